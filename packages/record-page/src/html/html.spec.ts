import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { attribute, html, trusted } from './html.js';
import type { Content } from './html.js';
import { placesOf } from './interpolation.js';

describe('the html template', () => {
  it('when any text stands between tags, it can open no tag and no entity of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const inner = html`<p>${text}</p>`.toString().slice('<p>'.length, -'</p>'.length);
        expect(inner).not.toMatch(/[<>"'`]/);
        expect(inner.replace(/&(?:amp|lt|gt|quot|#39|#96);/g, '')).not.toContain('&');
      }),
    );
  });

  it('when any text stands in an attribute, it cannot end the attribute', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const markup = html`<p title="${text}"></p>`.toString();
        expect(markup.match(/"/g)).toHaveLength(2);
        expect(markup.match(/[<>]/g)).toHaveLength(4);
      }),
    );
  });

  it('when any text is given as an address, only http, https, mailto, own paths and fragments are left', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.webUrl(),
          fc
            .tuple(
              fc.constantFrom('javascript:', 'data:', 'vbscript:', '//', '/\\', '/\t/'),
              fc.string(),
            )
            .map((parts) => parts.join('')),
        ),
        (text) => {
          const [, href = ''] =
            /href="([^"]*)"/.exec(html`<a href="${text}">x</a>`.toString()) ?? [];
          expect(href).toMatch(/^(?:https?:\/\/|mailto:|\/(?![/\\])|#)/);
        },
      ),
    );
  });

  it('when markup of the template is given, it stands as it is, and lists are joined', () => {
    const items: Content[] = [html`<b>${'a&b'}</b>`, null, false, undefined, 3];
    expect(html`<p>${items}</p>`.toString()).toBe('<p><b>a&amp;b</b>3</p>');
  });

  it('when an attribute is built, its value is escaped, and false leaves it out', () => {
    const markup = html`<p ${attribute('lang', '"><b')} ${attribute('hidden', false)}></p>`;
    expect(markup.toString()).toBe('<p lang="&quot;&gt;&lt;b" ></p>');
    expect(html`<p ${attribute('hidden', true)}></p>`.toString()).toBe('<p hidden></p>');
  });

  it('when text or markup stands where it cannot be safe, it throws', () => {
    expect(() => html`<p ${'onclick=alert(1)'}></p>`).toThrow(TypeError);
    expect(() => html`<p title="${trusted('"onclick="')}"></p>`).toThrow(TypeError);
    expect(() => html`<p>${attribute('hidden', true)}</p>`).toThrow(TypeError);
  });

  it.each([
    ['a tag name', ['<', '>x</b>']],
    ['an unquoted attribute', ['<a title=', '>x</a>']],
    ['an unquoted attribute after a space', ['<a title= ', '>x</a>']],
    ['an event handler', ['<a onclick="', '">x</a>']],
    ['a style', ['<a style="color:', '">x</a>']],
    ['half an address', ['<a href="https://', '">x</a>']],
    ['an address in two parts', ['<a href="', '', '">x</a>']],
    ['an open tag at the end', ['<a title="', '"']],
  ])('when a template interpolates into %s, it is refused', (_, literals) => {
    expect(() => placesOf(literals)).toThrow(TypeError);
  });
});

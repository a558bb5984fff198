import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { CITATION_FILE_HTML, RECORD_HTML } from './allowed-html.js';
import { sanitizeHtml } from './sanitize-html.js';

function elementsOf(node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Element[] {
  const children = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  return 'attrs' in node ? [node, ...children] : children;
}

describe('an HTML field', () => {
  it.each([
    [
      '<p onclick="x">Hi <img src=x> <script>alert(1)</script><a href="javascript:x">l</a> <h6>six</h6></p>',
      '<p>Hi  alert(1)<a>l</a> \nsix</p>',
    ],
    ['x <= 3 & <b>y</b> <img src=z>', 'x &lt;= 3 &amp; <b>y</b>'],
    ['a &amp; b &copy &nbsp; <3', 'a &amp; b &amp;copy &nbsp; &lt;3'],
    ['<!-- gone -->kept<?php gone ?>', 'kept'],
    [
      '<a href="mailto:a@b" title=\'say "x"\'>m</a>',
      '<a href="mailto:a@b" title=\'say "x"\'>m</a>',
    ],
    ['<a href="//x.org">r</a><a href="data:text/html,x">d</a>', '<a href="//x.org">r</a><a>d</a>'],
    ['</ foo>', '&lt;/ foo&gt;'],
    ['end <b', 'end &lt;b'],
    ['<ul><li>one<li>two</ul>', '<ul><li>one</li><li>two</li></ul>'],
    ['&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
    [
      'a<table><p>lost</p>text<tr><td>b</table>',
      'a<table><tbody><tr><td>b</td></tr></tbody></table>',
    ],
    ['<div><table><p>kept</p></table></div>', '<div><p>kept</p><table></table></div>'],
    ['<table><tr><table><p>x', '<table><tbody><tr></tr></tbody></table>'],
    ['<table><table><p>x', '<table></table><p>x</p>'],
    ['<b>x</b><table><dl><tr><td>c', '<b>x</b><table>\n<tbody><tr><td>c</td></tr></tbody></table>'],
    ['<!-->kept<!-- gone -->', 'kept'],
  ])('when it is %j, the record shows %j', (written, kept) => {
    expect(sanitizeHtml(written, RECORD_HTML)).toBe(kept);
  });

  it('when it stands in CITATION.cff, a few more elements pass the first cleaning', () => {
    expect(sanitizeHtml('<s>a</s>', CITATION_FILE_HTML)).toBe('<s>a</s>');
    expect(sanitizeHtml('<s>a</s>', RECORD_HTML)).toBe('a');
  });

  it('when it is anything at all, only allowed elements come out', () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '<b>',
        '</b>',
        '<script>',
        '<p class="',
        '<a href=javascript:x>',
        '<svg>',
        '<',
        '&',
        '<!--',
        '</',
        '<img src=x onerror=y>',
        '<math>',
        '<table><b>',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = sanitizeHtml(pieces.join(''), RECORD_HTML);
        for (const element of elementsOf(parseFragment(html))) {
          expect(RECORD_HTML.elements).toContain(element.tagName);
          for (const { name, value } of element.attrs) {
            expect(['class', 'href', 'title', 'name', 'rel']).toContain(name);
            expect(value).not.toMatch(/^\s*javascript:/i);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });
});

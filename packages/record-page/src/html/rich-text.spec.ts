import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainText, richText } from './rich-text.js';

const rich = (text: string) => richText(text).toString();

describe('rich text', () => {
  it('when Zenodo keeps a tag, it is kept', () => {
    const kept =
      '<p>a <strong>b</strong> <em>c</em> H<sub>2</sub>O <code>d</code></p><ul><li>e</li></ul>';
    expect(rich(kept)).toBe(kept);
  });

  it('when something may be wider than the page, it is reached by keyboard', () => {
    const wide = '<pre tabindex="7">a</pre><table><tbody><tr><td>f</td></tr></tbody></table>';
    expect(rich(wide)).toBe(
      '<pre tabindex="0">a</pre><table tabindex="0"><tbody><tr><td>f</td></tr></tbody></table>',
    );
  });

  it('when it has mathematics, presentational MathML is kept', () => {
    const math = '<math display="block"><mfrac><mi>a</mi><mn>2</mn></mfrac></math>';
    expect(rich(math)).toBe(math);
  });

  it('when it has headings, they begin below those of the page and skip no rank', () => {
    expect(rich('<h2>a</h2><h5>b</h5><h2>c</h2><h1>d</h1><h2>e</h2>')).toBe(
      '<h3>a</h3><h4>b</h4><h3>c</h3><h3>d</h3><h4>e</h4>',
    );
  });

  it('when a link leads to the web, it keeps its address and learns manners', () => {
    expect(rich('<a href="https://example.org/a b" target="_top">x</a>')).toBe(
      '<a href="https://example.org/a%20b" rel="noopener noreferrer nofollow">x</a>',
    );
  });

  it.each([
    'javascript:alert(1)',
    'JAVA&#10;SCRIPT:alert(1)',
    'data:text/html,x',
    '//x.org',
    '/x',
    'x',
  ])('when a link leads to %s, it leads nowhere', (href) => {
    expect(rich(`<a href="${href}">x</a>`)).toBe('<a>x</a>');
  });

  it.each([
    ['a script', '<p>a<script>b()</script>c</p>', '<p>ac</p>'],
    ['a style sheet', '<style>p{}</style><p>a</p>', '<p>a</p>'],
    ['a handler', '<p onclick="b()" style="color:red" class="mark" id="main">a</p>', '<p>a</p>'],
    ['a picture', '<img src="https://x.org/a.png" alt="b"><p>a</p>', '<p>a</p>'],
    ['a comment', 'a<!-- b -->c', 'ac'],
    ['an open tag', '<p>a<b>c', '<p>a<b>c</b></p>'],
  ])('when it has %s, that is taken away', (_, written, left) => {
    expect(rich(written)).toBe(left);
  });

  it('when it is any text at all, no tag outside the list and no handler is left', () => {
    const markup = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.oneof(
            fc.constantFrom(
              '<',
              '>',
              '</',
              '"',
              "'",
              '=',
              '&',
              ';',
              '<!--',
              '-->',
              '<p>',
              '<math>',
              '<svg>',
              '<a href=',
              '<script>',
              '<style',
              '<h1>',
              '&#x6a;',
              '/',
              ' ',
            ),
            fc.string(),
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(markup, (text) => {
        const once = rich(text);
        expect(once).not.toMatch(
          /<(?:script|style|svg|img|iframe|form|input|base|meta|link|object|embed)/i,
        );
        expect(once).not.toMatch(/<[^>]*\son\w+\s*=/i);
      }),
      { numRuns: 2000 },
    );
  });

  it('when ten thousand tags are nested, it still answers, and flattens them', () => {
    const answer = rich(`${'<div>'.repeat(10_000)}a${'</div>'.repeat(10_000)}`);
    expect(answer).toContain('a');
    expect(answer.match(/<div>/g)?.length).toBeLessThanOrEqual(61);
  });
});

describe('plain text', () => {
  it('when paragraphs stand side by side, their words do not grow together', () => {
    expect(plainText('<p>a &lt; b</p><p>c &amp; d</p><script>e</script>')).toBe('a < b c & d');
  });
});

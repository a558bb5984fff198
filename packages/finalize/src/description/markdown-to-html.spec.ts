import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { markdownToHtml } from './markdown-to-html.js';

describe('release notes as the description of a record', () => {
  it.each([
    ['# T\n\n###### six', '<h1>T</h1>\n<h5>six</h5>'],
    [
      'a *b* **c** ~~d~~ `e<f`',
      '<p>a <em>b</em> <strong>c</strong> <strike>d</strike> <code>e&lt;f</code></p>',
    ],
    ['- a\n- b', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['3. a', '<ol>\n<li>a</li>\n</ol>'],
    ['- [x] done\n- [ ] open', '<ul>\n<li>☑ done</li>\n<li>☐ open</li>\n</ul>'],
    ['```js\na < b\n```', '<pre>a &lt; b</pre>'],
    [
      '|a|b|\n|-|:-:|\n|1|2|',
      '<table><tbody>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>1</td><td>2</td></tr>\n</tbody></table>',
    ],
    ['a\n\n---\n\nb', '<p>a</p>\n<p>b</p>'],
    ['[a](https://x.y/?a=1&b=2 "t")', '<p><a href="https://x.y/?a=1&amp;b=2">a</a></p>'],
    ['[a](javascript:alert(1)) [b](docs/b.md)', '<p>a b</p>'],
    ['![Plot](https://x.y/p.png)', '<p><a href="https://x.y/p.png">Plot</a></p>'],
    [
      '[![DOI](https://x.y/b.svg)](https://doi.org/10.5281/zenodo.1)',
      '<p><a href="https://doi.org/10.5281/zenodo.1">DOI</a></p>',
    ],
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['a <b onclick="x">c</b>', '<p>a &lt;b onclick=&quot;x&quot;&gt;c&lt;/b&gt;</p>'],
    ['<!-- nx-zenodo:inventory -->\n\na <!-- b --> c', '<p>a  c</p>'],
    ['', ''],
  ])('when they say %j, it says %j', (markdown, html) => {
    expect(markdownToHtml(markdown)).toBe(html);
  });

  it('whatever they say, only tags that Zenodo keeps come out, and no attribute but a safe link', () => {
    const kept =
      'a abbr acronym b blockquote br code div em h1 h2 h3 h4 h5 i li ol p pre span strike strong sub sup table tbody td th tr u ul';
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '# ',
        '\n\n',
        '<a href="javascript:x">',
        '![',
        '](',
        ')',
        '<!--',
        '-->',
        '| a |\n|-|\n',
        '~~',
        '`',
        '&lt;',
        '[x]: javascript:y\n',
        '<svg onload=x>',
        '"',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = markdownToHtml(pieces.join(''));
        for (const [, , name, rest] of html.matchAll(/<(\/?)([^\s>]*)([^>]*)>/g)) {
          expect(kept.split(' ')).toContain(name);
          expect(rest).toMatch(
            name === 'a' ? /^(?: href="(?:https?:\/\/|mailto:)[^"<>]*")?$/i : /^$/,
          );
        }
      }),
      { numRuns: 2000 },
    );
  });
});

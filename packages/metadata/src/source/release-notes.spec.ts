import { describe, expect, it } from '@jest/globals';
import { RECORD_HTML, sanitizeHtml } from '@nx-zenodo/zenodo-api';
import * as fc from 'fast-check';
import { renderMarkdown } from '../node/render-markdown.js';
import { describeNotes } from './release-notes.js';

const describeText = async (markdown: string) =>
  describeNotes(await renderMarkdown(markdown, { linkify: true }), 'NOTES.md');

describe('release notes as a description', () => {
  it('when they use what a record keeps, nothing is told', async () => {
    const text =
      '## New\n\n- **fast** `code`\n- https://example.org and README.md\n\n| a | b |\n|---|---|\n| 1 | 2 |\n';
    const { statement, findings } = await describeText(text);
    expect(findings).toEqual([]);
    expect(statement).toMatchObject({ field: 'description', source: 'NOTES.md', rule: 'Markdown' });
    expect(statement.value).toContain('<h2>New</h2>');
    expect(statement.value).toContain('<a href="https://example.org">https://example.org</a>');
    expect(statement.value).toContain(' and README.md</li>');
    expect(statement.value).toMatch(/<td>1<\/td>\s*<td>2<\/td>/);
  });

  it('when they use what a record drops, each element is told by name', async () => {
    const { statement, findings } = await describeText(
      '# T\n\n![logo](logo.png)\n\n###### tiny\n\n~~old~~\n\n---\n',
    );
    expect(findings.map(({ code, severity }) => [code, severity])).toEqual([['NZ3055', 'warning']]);
    expect(findings[0]?.message).toContain('<h6>, <hr>, <img>, <s>');
    expect(statement.value).toContain('tiny');
    expect(statement.value).not.toContain('<img');
  });

  it('when HTML stands in them, it is shown as text and does nothing', async () => {
    const { statement } = await describeText('<script>alert(1)</script>\n\n<b>x</b>');
    expect(statement.value).toContain('&lt;script&gt;');
    expect(statement.value).not.toContain('<script');
  });

  it('when they say nothing, they are refused', async () => {
    expect((await describeText('  \n')).findings.map(({ code }) => code)).toEqual(['NZ3056']);
  });

  it('whatever they say, it is in the form that Zenodo keeps', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (text) => {
        const { value } = (await describeText(text)).statement;
        expect(sanitizeHtml(String(value), RECORD_HTML)).toBe(value);
      }),
      { numRuns: 50 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { updateCitationSection } from './update-citation-section.js';

const citation = {
  text: 'Doe, J. (2026). *T_x* <b>. https://doi.org/10.5281/a_b',
  bibtex: '@software{a,\n}',
};
const update = (text: string) => {
  const once = updateCitationSection(text, 'README.md', citation).text;
  expect(updateCitationSection(once, 'README.md', citation).text).toBe(once);
  return once;
};

describe('the section on how to cite', () => {
  it('when there is none, it is added at the end, its signs escaped and its URL whole', () => {
    expect(update('# T\n\nText.')).toBe(
      [
        '# T',
        '',
        'Text.',
        '',
        '## Citation',
        '',
        '<!-- nx-zenodo:citation -->',
        '',
        String.raw`Doe, J. (2026). \*T\_x\* \<b\>. https://doi.org/10.5281/a_b`,
        '',
        '```bibtex',
        '@software{a,',
        '}',
        '```',
        '',
        '<!-- /nx-zenodo:citation -->',
        '',
      ].join('\n'),
    );
  });

  it.each(['## How to cite', '# Citing T', 'Citation\n--------'])(
    'when the heading "%s" is there, it goes below that',
    (heading) => {
      const text = update(`# T\n\n${heading}\n\nOld words.\n`);
      expect(text).toContain(`${heading}\n\n<!-- nx-zenodo:citation -->\n`);
      expect(text).not.toContain('## Citation\n');
      expect(text).toContain('Old words.');
    },
  );

  it('when the text is empty, it becomes the section, under a title', () => {
    expect(update('')).toMatch(/^# Citation\n\n<!-- nx-zenodo:citation -->\n/);
  });
});

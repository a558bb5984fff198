import { describe, expect, it } from '@jest/globals';
import { replaceBlock } from './marked-block.js';

const open = '<!-- nx-zenodo:inventory -->';
const close = '<!-- /nx-zenodo:inventory -->';
const replace = (text: string) => replaceBlock(text, 'notes.md', 'inventory', 'new');

describe('a generated block', () => {
  it('when its markers stand there, what is between them is replaced', () => {
    expect(replace(`a\n${open}\nold\n${close}\nb\n`)).toEqual({
      kind: 'replaced',
      text: `a\n${open}\n\nnew\n\n${close}\nb\n`,
    });
  });

  it('when only the opening marker stands there, it is the place of the block', () => {
    expect(replace(`a\r\n${open}\r\nb`)).toEqual({
      kind: 'replaced',
      text: `a\r\n${open}\r\n\r\nnew\r\n\r\n${close}\r\nb`,
    });
  });

  it('when the markers are shown in code, they do not count', () => {
    expect(replace(`\`\`\`\n${open}\n\`\`\`\n`)).toEqual({ kind: 'absent' });
  });

  it.each([
    ['the closing one alone', `a\n${close}\n`, 2],
    ['two opening ones', `${open}\n${open}\n${close}`, 2],
    ['two closing ones', `${open}\n${close}\n${close}`, 3],
    ['the closing one first', `${close}\n${open}`, 1],
  ])('when there is %s, the place is told', (_, text, line) => {
    expect(replace(text)).toMatchObject({
      kind: 'unpaired',
      findings: [{ code: 'NZ8007', place: { file: 'notes.md', line } }],
    });
  });
});

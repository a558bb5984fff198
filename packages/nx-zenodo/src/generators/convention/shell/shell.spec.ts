import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseShellScript } from './shell-script.js';
import { assignmentOf, expandWord, writtenWord } from './shell-word.js';

const variables = new Map([
  ['V', 'v1'],
  ['DIR', 'docs'],
]);
const words = (script: string) =>
  parseShellScript(script).map(({ words }) => words.map((word) => expandWord(word, variables)));

describe('a shell script', () => {
  it.each([
    ['echo "a b" c\\ d \'e "f"\'', [['echo', 'a b', 'c d', 'e "f"']]],
    ['a;b && c|d', [['a'], ['b'], ['c'], ['d']]],
    ['put "$DIR/${V}-NOTES.md" $DIR', [['put', 'docs/v1-NOTES.md', 'docs']]],
    ['put "${1:-zenodo.metadata.json}"', [['put', 'zenodo.metadata.json']]],
    ['put "${NOPE:-a ${V} b}"', [['put', 'a v1 b']]],
    ['put "$(basename "$f")" `date`', [['put', null, null]]],
    ['put ${V##*/}', [['put', null]]],
    ['a # b\nc#d', [['a'], ['c#d']]],
    ['curl \\\n  -T x', [['curl', '-T', 'x']]],
    [
      'if [ -f x ]; then put y; fi',
      [
        ['[', '-f', 'x', ']'],
        ['put', 'y'],
      ],
    ],
    ['put x >/dev/null 2>&1', [['put', 'x', '>', '/dev/null', '2', '>&', '1']]],
    ["echo '$(x' $(echo '$)') y", [['echo', '$(x', null, 'y']]],
  ])('when it reads %j, its words are %j', (script, expected) => {
    expect(words(script)).toEqual(expected);
  });

  it('when a list spans lines with comments, its items are taken', () => {
    const [command] = parseShellScript('FILES=(\n  "a.md" # first\n  $DIR/b.md\n)\n');
    expect(command?.lists[0]?.name).toBe('FILES');
    expect(command?.lists[0]?.items.map((item) => expandWord(item, variables))).toEqual([
      'a.md',
      'docs/b.md',
    ]);
  });

  it('when a here-document is given, its text is not read as commands', () => {
    const [first, second] = parseShellScript('cat > m.json <<EOF\n{"a": 1}\nEOF\nnext');
    expect(first?.hereDocuments).toEqual(['{"a": 1}']);
    expect(second).toMatchObject({ line: 4 });
  });

  it('when a word assigns, name and value are told apart', () => {
    const word = parseShellScript('A+="x$V"')[0]?.words[0] ?? [];
    const assigned = assignmentOf(word);
    expect(assigned).toMatchObject({ name: 'A', adds: true });
    expect(expandWord(assigned?.value ?? [], variables)).toBe('xv1');
    expect(writtenWord(word)).toBe('A+=x$V');
  });

  it('whatever the text is, it is read to its end', () => {
    const sign = fc.constantFrom(...'ab"\'`$(){}<>|;&#\\=\n [@]:-1EOF');
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: sign, maxLength: 60 }), fc.string({ unit: 'binary' })),
        (text) => {
          expect(Array.isArray(parseShellScript(text))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

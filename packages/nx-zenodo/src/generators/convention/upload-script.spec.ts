import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readUploadScript } from './upload-script.js';

const read = (text: string) => readUploadScript(text, 'up.sh');
const codes = (text: string) =>
  read(text).findings.map(({ code, place, message }) => [code, place?.line, message]);

const withList = [
  '#!/usr/bin/env bash',
  'API="${ZENODO_API:-https://zenodo.org/api}"',
  'VERSION=v1',
  'META_FILE="${1:-meta/zenodo.metadata.json}"',
  'FILES=(',
  '  "RELEASE_MANIFEST.json"',
  '  SUMS.sha256',
  '  "docs/releases/${VERSION}-NOTES.md"',
  ')',
  'read -r answer',
  'DEPOSITION=$(curl -s -H "Authorization: Bearer $TOKEN" \\',
  '  -X POST "$API/deposit/depositions" -d @"$META_FILE")',
  'for f in "${FILES[@]}"; do',
  '  curl --upload-file "$f" "$BUCKET_URL/$(basename "$f")"',
  'done',
  'OUT="docs/releases/${VERSION}-ZENODO.json"',
  'echo "$RESPONSE" | python3 -m json.tool > "$OUT"',
].join('\n');

describe('an upload script', () => {
  it('when it keeps its files in a list, files, metadata and receipt are found', () => {
    expect(read(withList)).toMatchObject({
      files: ['RELEASE_MANIFEST.json', 'SUMS.sha256', 'docs/releases/v1-NOTES.md'],
      metadataFile: 'meta/zenodo.metadata.json',
      receipt: 'docs/releases/v1-ZENODO.json',
    });
  });

  it('when it asks and chooses an address, both are told with their lines', () => {
    expect(codes(withList)).toEqual([
      ['NZ9112', 2, 'The script chooses its Zenodo by an address (zenodo.org/api).'],
      ['NZ9112', 10, 'The script asks before it publishes.'],
    ]);
  });

  it.each([
    ['for f in a.md b.csv; do curl -T $f $B/$f; done', ['a.md', 'b.csv']],
    [
      'upload() { local file="$1"; curl -T "$file" x; }\nupload "paper/p.pdf"\nupload fig.png',
      ['paper/p.pdf', 'fig.png'],
    ],
    [
      'curl -X PUT "$B/x.zip" -H "Content-Type: application/octet-stream" --data-binary @out/x.zip',
      ['out/x.zip'],
    ],
    ['curl -F file=@./a.md -F name=a.md $API/files', ['a.md']],
    ['./scripts/zenodo_upload.sh 12345 README.md', ['README.md']],
    ['FILES=(a)\nFILES+=(b)\n', ['a', 'b']],
    ['F=$(ls *.zip)\ncurl -T "$F" $B', []],
  ])('when it reads %j, it uploads %j', (text, files) => {
    expect(read(text).files).toEqual(files);
  });

  it('when a file is only known to the running script, it says which and where', () => {
    expect(codes('D=$(date +%F)\nFILES=(README.md "out/$D.zip")')).toEqual([
      ['NZ9111', 2, 'The file out/$D.zip is only known to the running script.'],
    ]);
    expect(codes('curl -T "$1" $B')).toEqual([
      ['NZ9111', 1, 'The file $1 is only known to the running script.'],
    ]);
  });

  it('when the metadata stands in the script, it is taken out of it', () => {
    const script = 'cat > /tmp/m.json <<EOF\n{"metadata": {"title": "x"}}\nEOF\n';
    expect(read(script).inlineMetadata).toBe('{"metadata": {"title": "x"}}');
    expect(read('curl -d \'{"metadata": {"title": "y"}}\' $A').inlineMetadata).toContain('"y"');
  });

  it('when a token stands in it, it is told and never repeated', () => {
    const token = 'aB3'.repeat(20);
    const { findings } = read(`ZENODO_TOKEN="${token}"\ncurl "$A?access_token=$ZENODO_TOKEN"`);
    expect(findings.map(({ code, place }) => [code, place?.line])).toEqual([
      ['NZ9112', 2],
      ['NZ9111', 1],
    ]);
    expect(JSON.stringify(findings)).not.toContain(token);
  });

  it('when it does other work, that is told once for each program', () => {
    expect(
      codes('tar czf a.tgz src\ntar czf b.tgz doc\ngit push # x\nDEPOSITION_ID=1091256'),
    ).toEqual([
      ['NZ9111', 4, 'The script continues the deposition 1091256.'],
      ['NZ9111', 1, 'The script builds an archive: tar czf a.tgz src'],
      ['NZ9111', 3, 'The script runs git: git push'],
    ]);
  });

  it('when a habit only stands in a comment, nothing is said', () => {
    expect(codes('# curl "$A?access_token=x"\n#   tar czf\n')).toEqual([]);
  });

  it('whatever the text is, reading it never throws', () => {
    const piece = fc.constantFrom(
      'FILES=(',
      ')',
      'for f in ',
      'f',
      ' "$f"',
      '; do ',
      'curl -T ',
      '\n',
      '@',
      '${',
      '}',
      "'",
      '"',
      '-d ',
      '<<E',
      '> ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        expect(Array.isArray(read(pieces.join('')).files)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from '@jest/globals';
import { textOf } from '../../testing/text-of.js';
import { fileTable } from './file-table.js';

const file = { key: 'data/a b.csv', size: 1_500_000, md5: 'd41d8cd98f00b204e9800998ecf8427e' };

describe('the table of files', () => {
  it('when files are listed, it sums them up and names size and digest of each', () => {
    const text = textOf(fileTable([file, { key: 'b', size: 12, sha256: 'ab'.repeat(32) }]));
    expect(text).toContain('2 files, 1.5 MB');
    expect(text).toContain('data/a b.csv md5 d41d8cd98f00b204e9800998ecf8427e');
    expect(text).toContain(`sha256 ${'ab'.repeat(32)}`);
    expect(text).toContain('12 bytes');
  });

  it('when a file can be fetched, its name is the link, and one that cannot has none', () => {
    const table = fileTable([{ ...file, downloadUrl: '/files/a%20b.csv' }, file]).toString();
    expect(
      table.match(
        /data-download="data\/a b.csv"\s+download="data\/a b.csv"\s+href="\/files\/a%20b.csv"/g,
      ),
    ).toHaveLength(1);
    expect(table.match(/<a\s/g)).toHaveLength(1);
  });

  it('when there is an archive, all files can be fetched at once', () => {
    expect(fileTable([file], '/archive').toString()).toContain('href="/archive"');
    expect(textOf(fileTable([file]))).not.toContain('Download all');
  });
});

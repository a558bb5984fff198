import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ZipContainer } from '../../node/zip-container.js';
import { openSandbox, publishable } from '../../testing/open-sandbox.js';

/** `top.txt`, the folder `data/`, `data/a.csv` (50 lines of `1,2`) and `data/deep/ü.md`. */
const folders = Buffer.from(
  'UEsDBBQAAAAIAAAAIVAi9HhJBgAAAAQAAAAHAAAAdG9wLnR4dCvJL+ACAFBLAwQUAAAAAAAAACFQAAAAAAAAAAAAAAAABQAA' +
    'AGRhdGEvUEsDBBQAAAAIAAAAIVC+EiKpCQAAAMgAAAAKAAAAZGF0YS9hLmNzdjPUMeIyHAYYAFBLAwQUAAAICAAAACFQzIO9' +
    'rAYAAAAEAAAADwAAAGRhdGEvZGVlcC/DvC5tZFNWqOACAFBLAQIUAxQAAAAIAAAAIVAi9HhJBgAAAAQAAAAHAAAAAAAAAAAA' +
    'AACAAQAAAAB0b3AudHh0UEsBAhQDFAAAAAAAAAAhUAAAAAAAAAAAAAAAAAUAAAAAAAAAAAAAAIABKwAAAGRhdGEvUEsBAhQD' +
    'FAAAAAgAAAAhUL4SIqkJAAAAyAAAAAoAAAAAAAAAAAAAAIABTgAAAGRhdGEvYS5jc3ZQSwECFAMUAAAICAAAACFQzIO9rAYA' +
    'AAAEAAAADwAAAAAAAAAAAAAAgAF/AAAAZGF0YS9kZWVwL8O8Lm1kUEsFBgAAAAAEAAQA3QAAALIAAAAAAA==',
  'base64',
);
/** One member, `../up.txt`. */
const climbing = Buffer.from(
  'UEsDBBQAAAAIAAAAIVCDFtyMAwAAAAEAAAAJAAAALi4vdXAudHh0qwAAUEsBAhQDFAAAAAgAAAAhUIMW3IwDAAAAAQAAAAkA' +
    'AAAAAAAAAAAAAIABAAAAAC4uL3VwLnR4dFBLBQYAAAAAAQABADcAAAAqAAAAAAA=',
  'base64',
);
const digest = (bytes: Uint8Array) => createHash('md5').update(bytes).digest('hex');

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
let id: number;
beforeAll(async () => {
  zenodo = await openSandbox();
  const { links, id: made } = (await zenodo.post('/deposit/depositions', { metadata: publishable }))
    .body;
  await zenodo.put(`${links.bucket}/Two%20parts.ZIP`, Uint8Array.from(folders));
  await zenodo.put(`${links.bucket}/climbing.zip`, Uint8Array.from(climbing));
  await zenodo.put(`${links.bucket}/broken.zip`, 'no zip at all');
  await zenodo.put(`${links.bucket}/plain.txt`, 'text');
  id = made;
});
afterAll(() => zenodo.close());

const container = (key: string, path = '') =>
  `/records/${id}/draft/files/${encodeURIComponent(key)}/container${path}`;

describe('what is in a zip', () => {
  it('when a file is a zip, its entry leads to what is in it', async () => {
    const { entries } = (await zenodo.get(`/records/${id}/draft/files`)).body;
    const [zip, , , plain] = entries;
    expect(plain.links.container).toBeUndefined();
    const { body } = await zenodo.get(zip.links.container);
    expect(Object.keys(body)).toEqual(['entries', 'truncated', 'total', 'directories']);
    expect([body.truncated, body.total]).toEqual([false, 3]);
    const [, table] = body.entries;
    expect(table).toEqual({
      key: 'data/a.csv',
      size: 200,
      compressed_size: 9,
      mimetype: 'text/csv',
      crc: 2837582526,
      links: { content: `${zip.links.container}/data/a.csv` },
    });
    expect(body.directories).toEqual([
      { key: 'data', links: { content: `${zip.links.container}/data` }, entries: ['data/a.csv'] },
    ]);
    for (const { links } of body.entries)
      expect((await zenodo.get(links.content)).status).toBe(200);
  });

  it('when a member is asked for, it comes unpacked, to be kept', async () => {
    const { text, headers } = await zenodo.get(container('Two parts.ZIP', '/data/a.csv'));
    expect(text).toBe('1,2\n'.repeat(50));
    expect(headers.get('content-disposition')).toBe('attachment; filename=a.csv');
    expect([headers.get('content-length'), headers.get('content-type')]).toEqual([
      '200',
      'text/csv',
    ]);
    const head = await zenodo.send('HEAD', container('Two parts.ZIP', '/data/deep/%C3%BC.md'));
    expect(head.headers.get('content-length')).toBe('4');
  });

  it('when a folder is asked for, what is below it comes as a zip of its own', async () => {
    const answer = await fetch(`${zenodo.sandbox.apiUrl}${container('Two parts.ZIP', '/data')}`, {
      headers: { Authorization: `Bearer ${zenodo.sandbox.token}` },
    });
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename=data.zip');
    const folder = await mkdtemp(join(tmpdir(), 'zenodo-container-'));
    try {
      const path = join(folder, 'data.zip');
      await writeFile(path, Buffer.from(await answer.arrayBuffer()));
      const zip = await ZipContainer.open(path);
      const { members } = await zip.directory();
      expect(members.map(({ name, size }) => [name, size])).toEqual([
        ['a.csv', 200],
        ['deep/ü.md', 4],
      ]);
      const chunks = await (await zip.read('a.csv')).toArray();
      expect(digest(Buffer.concat(chunks))).toBe(digest(Buffer.from('1,2\n'.repeat(50))));
      zip.close();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it.each([
    ['Two parts.ZIP', '/data/b.csv', 404, "has no file 'data/b.csv'"],
    ['none.zip', '', 404, "has no file 'none.zip'"],
    ['plain.txt', '', 400, 'No extractor found'],
    ['broken.zip', '', 500, 'internal error'],
  ])('when %s%s is asked for, the answer is %i', async (key, path, status, message) => {
    const { status: told, body } = await zenodo.get(container(key, path));
    expect([told, body.status]).toEqual([status, status]);
    expect(body.message).toContain(message);
  });

  it('when a member would climb out of where it is unpacked, the zip is refused', async () => {
    const { status, text } = await zenodo.get(container('climbing.zip'));
    expect([status, text]).toEqual([999, expect.stringContaining('Path traversal in ZIP entry')]);
  });

  it('when somebody may not read the files, they are not told what is in them', async () => {
    const url = `${zenodo.sandbox.apiUrl}${container('Two parts.ZIP')}`;
    expect((await fetch(url)).status).toBe(403);
  });
});

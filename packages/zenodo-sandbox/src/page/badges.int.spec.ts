import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decodeImage } from '../image/image-file.js';
import { openSandbox, publishable } from '../testing/open-sandbox.js';

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
  zenodo = await openSandbox();
});
afterAll(() => zenodo.close());

const at = (path: string, headers = {}) =>
  fetch(`${zenodo.sandbox.url}${path}`, { redirect: 'manual', headers });

describe('badges', () => {
  it('when a badge is wanted as PNG, it is a picture as wide as its text', async () => {
    const answer = await at('/badge/doi/10.5072%2Fzenodo.17.png');
    expect(answer.headers.get('content-type')).toBe('image/png');
    const { width, height } = await decodeImage(Buffer.from(await answer.arrayBuffer()));
    expect([width, height]).toEqual([3 * 12 + 10 + 17 * 12 + 10, 20]);
  });

  it.each(['svg', 'png'])(
    'when a %s badge is had already, it is not sent again',
    async (format) => {
      const path = `/badge/DOI/10.5072/zenodo.17.${format}`;
      const etag = (await at(path)).headers.get('etag') ?? '';
      expect((await at(path, { 'If-None-Match': etag })).status).toBe(304);
    },
  );

  it('when a repository is tied to a work, its badge and its address follow the newest version', async () => {
    const { body } = await zenodo.post('/deposit/depositions', { metadata: publishable });
    await zenodo.put(`${body.links.bucket}/a.txt`, 'a');
    const { doi, links } = (await zenodo.send('POST', body.links.publish)).body;
    expect((await at('/badge/4711.svg')).status).toBe(404);
    const order = { repository: 4711, record: body.id };
    const control = `${zenodo.sandbox.url}/sandbox/repositories`;
    expect((await zenodo.post(control, order)).status).toBe(201);
    expect(await (await at('/badge/4711.svg')).text()).toContain(doi);
    const next = (await zenodo.send('POST', links.newversion)).body;
    const second = (await zenodo.send('POST', next.links.publish)).body;
    expect(await (await at('/badge/4711.svg')).text()).toContain(second.doi);
    const latest = await at('/badge/latestdoi/4711');
    expect(latest.headers.get('location')).toBe(`${zenodo.sandbox.url}/doi/${second.doi}`);
    expect((await zenodo.post(control, { ...order, record: 1_000_000 })).status).toBe(404);
    expect((await zenodo.post(control, { repository: 'x' })).status).toBe(400);
  });

  it.each(['/badge/doi/x.gif', '/badge/other/x.svg', '/badge/x.svg', '/badge/latestdoi/5'])(
    'when %s is asked for, there is nothing',
    async (path) => {
      expect((await at(path)).status).toBe(404);
    },
  );
});

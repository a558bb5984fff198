import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSandbox, publishable } from '../testing/open-sandbox.js';

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
  zenodo = await openSandbox();
});
afterAll(() => zenodo.close());

describe('a first deposit', () => {
  it('when created, filled and published, it has a DOI of this installation and is read by anyone', async () => {
    const created = await zenodo.post('/deposit/depositions', { metadata: publishable });
    expect(created).toMatchObject({
      status: 201,
      body: { state: 'unsubmitted', submitted: false },
    });
    const { id, links } = created.body;

    const uploaded = await zenodo.put(`${links.bucket}/data%20%C3%BC.csv`, '4, 5, 6');
    expect(uploaded).toMatchObject({
      status: 201,
      body: {
        key: 'data ü.csv',
        size: 7,
        mimetype: 'text/csv',
        checksum: 'md5:c2d626f8beba73ad0cf4e66214f7d949',
        is_head: true,
        delete_marker: false,
      },
    });

    const published = await zenodo.send('POST', links.publish);
    expect(published).toMatchObject({
      status: 202,
      body: { id, state: 'done', submitted: true, doi: `10.5072/zenodo.${id}` },
    });
    expect(published.body.conceptdoi).toBe(`10.5072/zenodo.${published.body.conceptrecid}`);

    const record = await fetch(published.body.links.self);
    expect(record.status).toBe(200);
    const { files } = (await record.json()) as { files: { links: { self: string } }[] };
    const bytes = await fetch(files[0]?.links.self ?? '');
    expect(await bytes.text()).toBe('4, 5, 6');
    const page = await fetch(published.body.links.record_html);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
});

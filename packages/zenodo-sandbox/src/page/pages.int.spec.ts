import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSandbox, publishable } from '../testing/open-sandbox.js';

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
  zenodo = await openSandbox();
});
afterAll(() => zenodo.close());

const metadata = {
  ...publishable,
  title: 'Sleep & <script>alert(1)</script>',
  description: '<p onclick="x()">Fine.</p><script>alert(2)</script>',
  version: 'v1"><b>',
};

async function record(changes: object = {}) {
  const created = await zenodo.post('/deposit/depositions', {
    metadata: { ...metadata, ...changes },
  });
  const { links } = created.body;
  await zenodo.put(`${links.bucket}/${encodeURIComponent('a "b"<i>.txt')}`, 'bytes');
  return (await zenodo.send('POST', links.publish)).body;
}

const page = (path: string) => fetch(`${zenodo.sandbox.url}${path}`, { redirect: 'manual' });

describe('pages of a record', () => {
  it('when a record holds a script, its page runs none and shows the rest', async () => {
    const { id } = await record();
    const answer = await page(`/records/${id}`);
    const text = await answer.text();
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('Sleep &amp; &lt;script&gt;');
    expect(text).toContain('Fine.');
    expect(text).not.toMatch(/<script>alert|onclick="x|<i>\.txt/);
    expect(text).toContain('10.5072/zenodo.');
  });

  it('when a citation is shown, it names the creator, the year and the DOI', async () => {
    const { id, doi } = await record({ publication_date: '2024-05-06' });
    const text = await (await page(`/records/${id}`)).text();
    expect(text).toMatch(/Doe, J\. \(2024\)/);
    expect(text).toContain(`@dataset`);
    expect(text).toContain(doi);
  });

  it('when files are under embargo, they are not named and cannot be fetched', async () => {
    const { id } = await record({ access_right: 'embargoed', embargo_date: '2999-01-01' });
    const text = await (await page(`/records/${id}`)).text();
    expect(text).toContain('sees the files before 1 January 2999');
    expect(text).not.toContain('a &quot;b&quot;');
    expect(text).not.toContain(`/api/records/${id}/files`);
    const [file] = (await zenodo.get(`/records/${id}/files`)).body.entries;
    expect((await fetch(file.links.content)).status).toBe(403);
  });

  it('when the preview that the links of a draft name is opened, the draft is shown', async () => {
    const { id } = (await zenodo.post('/deposit/depositions', { metadata: { title: 'Soon' } }))
      .body;
    const { links } = (await zenodo.get(`/records/${id}/draft`)).body;
    const answer = await fetch(links.preview_html, { redirect: 'manual' });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Soon')]);
    expect((await page(`/records/${id}`)).status).toBe(404);
  });

  it('when a draft is opened in the browser of this machine, it is shown; a record leads to its page', async () => {
    const draft = await zenodo.post('/deposit/depositions', {
      metadata: { title: 'A draft here' },
    });
    const shown = await page(`/uploads/${draft.body.id}`);
    expect(await shown.text()).toContain('A draft here');
    const { id } = await record();
    const led = await page(`/uploads/${id}`);
    expect([led.status, led.headers.get('location')]).toEqual([
      302,
      `${zenodo.sandbox.url}/records/${id}`,
    ]);
    expect(await (await page('/me/uploads')).text()).toContain('A draft here');
  });

  it('when a new upload is wanted, the page says how it is made', async () => {
    const answer = await fetch(`${zenodo.sandbox.url}/deposit/new`);
    expect([answer.status, answer.url]).toEqual([200, `${zenodo.sandbox.url}/uploads/new`]);
    expect(await answer.text()).toContain(`${zenodo.sandbox.apiUrl}/deposit/depositions`);
  });

  it('when a page is not there, a page says so', async () => {
    const answer = await page('/records/999999');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      404,
      'text/html; charset=utf-8',
    ]);
  });

  it('when something is searched, what is found is listed', async () => {
    await record({ title: 'Quokkas of Rottnest' });
    const text = await (await page('/search?q=quokkas')).text();
    expect(text).toContain('Quokkas of Rottnest');
    expect(await (await page('/search?q=nothinglikeit')).text()).not.toContain('Quokkas');
  });
});

describe('addresses that lead to others', () => {
  it('when an old address or a DOI is opened, it leads to the record', async () => {
    const { id, doi, conceptdoi, conceptrecid, links } = await record();
    const { url } = zenodo.sandbox;
    const led = async (path: string) => {
      const answer = await page(path);
      return [answer.status, answer.headers.get('location')?.replace(url, '')];
    };
    expect(await led(`/record/${id}`)).toEqual([301, `/records/${id}`]);
    expect(await led(`/record/${id}/export/hx`)).toEqual([301, `/records/${id}/export/hx`]);
    expect(await led(`/doi/${doi}`)).toEqual([302, `/records/${id}`]);
    expect(await led(`/doi/${conceptdoi}`)).toEqual([302, `/records/${id}`]);
    expect(await led(`/records/${conceptrecid}`)).toEqual([302, `/records/${id}`]);
    expect(await led(`/records/${id}/latest`)).toEqual([302, `/records/${id}`]);
    expect(await led(`/deposit/${id}`)).toEqual([301, `/uploads/${id}`]);
    expect(await led(`/api/records/${conceptrecid}`)).toEqual([302, `/api/records/${id}`]);
    expect(await led(new URL(links.latest).pathname)).toEqual([301, `/api/records/${id}`]);
  });

  it('when a badge is asked for, any text is drawn and none of it is markup', async () => {
    const { links, doi } = await record();
    const badge = await fetch(links.badge);
    expect(badge.headers.get('content-type')).toMatch(/^image\/svg\+xml/);
    expect(await badge.text()).toContain(doi);
    const strange = await fetch(`${zenodo.sandbox.url}/badge/DOI/%3Cscript%3E.svg`);
    expect(await strange.text()).not.toContain('<script>');
  });

  it('when a format is exported, it comes as a file', async () => {
    const { id } = await record();
    const bibtex = await page(`/records/${id}/export/bibtex`);
    expect(bibtex.headers.get('content-disposition')).toBe(`attachment; filename=${id}.bib`);
    expect(await bibtex.text()).toMatch(/^@dataset/);
    expect((await page(`/records/${id}/export/nothing`)).status).toBe(404);
  });
});

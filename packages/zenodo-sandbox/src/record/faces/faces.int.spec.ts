import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSandbox, publishable } from '../../testing/open-sandbox.js';

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
let id: number;
beforeAll(async () => {
  zenodo = await openSandbox();
  const created = await zenodo.post('/deposit/depositions', {
    metadata: {
      ...publishable,
      title: 'Rain, "sleet" and snow',
      creators: [...publishable.creators, { name: 'Roe, Rick' }],
      license: 'mit',
      keywords: ['rain'],
      access_right: 'open',
    },
  });
  await zenodo.put(`${created.body.links.bucket}/day%20sums.csv`, 'day,sum\n');
  id = (await zenodo.send('POST', created.body.links.publish)).body.id;
});
afterAll(() => zenodo.close());

const face = (accept: string, path = `/records/${id}`) => zenodo.get(path, { Accept: accept });

describe('faces of records', () => {
  it('when the simple table is asked for, it has ten columns and quotes what it must', async () => {
    const { headers, text } = await face('application/vnd.inveniordm.v1.simple+csv');
    expect(headers.get('content-type')).toBe('application/vnd.inveniordm.v1.simple+csv');
    const [names = '', ...rows] = text.split('\r\n');
    expect(names.split(',')).toHaveLength(10);
    expect(rows.join('\r\n')).toContain('"Rain, ""sleet"" and snow"');
    expect(text).toContain(',Dataset,');
    expect(text).toContain('"Doe, Jane\nRoe, Rick",mit\r\n');
  });

  it('when the full table of a list is asked for, its columns are named once', async () => {
    const { text } = await face('application/vnd.inveniordm.v1.full+csv', '/records?q=rain');
    expect(text.match(/metadata\.creators\.1\.person_or_org\.name/g)).toHaveLength(1);
    expect(text.split('\r\n').filter((line) => line !== '')).toHaveLength(2);
  });

  it('when a Data Package is asked for, each of its paths leads to the bytes', async () => {
    const type =
      'application/ld+json;profile="https://datapackage.org/profiles/2.0/datapackage.json"';
    const { headers, text } = await face(type);
    expect(headers.get('content-type')).toBe(type);
    const told = JSON.parse(text);
    expect(told).toMatchObject({
      $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
      keywords: ['rain'],
      licenses: [{ name: 'mit', title: 'MIT License' }],
      contributors: [{ familyName: 'Doe', roles: ['creator'] }, { familyName: 'Roe' }],
    });
    const [resource] = told.resources;
    expect(resource).toMatchObject({ name: 'day sums.csv', format: 'csv', bytes: 8 });
    expect(await (await fetch(resource.path)).text()).toBe('day,sum\n');
  });

  it('when a list is narrowed by facets, what is left is counted as before', async () => {
    const all = (await zenodo.get('/records')).body;
    expect(all.aggregations.access_status.buckets).toEqual([
      { key: 'open', doc_count: 1, label: 'Open', is_selected: false },
    ]);
    const none = (await zenodo.get('/records?file_type=pdf')).body;
    expect([none.hits.total, none.aggregations.file_type.buckets[0].key]).toEqual([0, 'csv']);
    const inner = '/records?resource_type=dataset::dataset-other';
    expect((await zenodo.get(inner)).body.hits.total).toBe(0);
    expect((await zenodo.get('/records?resource_type=dataset')).body.hits.total).toBe(1);
  });
});

describe('the native face of a record', () => {
  const native = (headers = {}) =>
    fetch(`${zenodo.sandbox.apiUrl}/records/${id}`, {
      headers: { Accept: 'application/vnd.inveniordm.v1+json', ...headers },
    });

  it('when a term is told, its title in the vocabulary comes with it', async () => {
    const { metadata, ui } = JSON.parse(await (await native()).text());
    expect(metadata.resource_type).toEqual({ id: 'dataset', title: { en: 'Dataset' } });
    expect(metadata.rights).toEqual([
      {
        id: 'mit',
        title: { en: 'MIT License' },
        props: { scheme: 'spdx', url: 'https://spdx.org/licenses/MIT.html' },
      },
    ]);
    expect(ui).toMatchObject({
      rights: [{ id: 'mit', title_l10n: 'MIT License' }],
      access_status: { id: 'open', title_l10n: 'Open', icon: 'unlock', embargo_date_l10n: null },
      creators: {
        affiliations: [[1, 'Somewhere', null]],
        creators: [{ affiliations: [[1, 'Somewhere']] }, {}],
      },
    });
    expect(ui.created_date_l10n_long).toMatch(/^[A-Z][a-z]+ \d{1,2}, \d{4}$/);
  });

  it('when its files are told, each has fewer fields than in the list of files', async () => {
    const { files, parent } = JSON.parse(await (await native()).text());
    const { links, id: content, ...entry } = files.entries['day sums.csv'];
    expect(entry).toEqual({
      key: 'day sums.csv',
      checksum: 'md5:c000552daa815af09b83c42e9d737b67',
      ext: 'csv',
      size: 8,
      mimetype: 'text/csv',
      storage_class: 'L',
      metadata: null,
      access: { hidden: false },
    });
    expect(content).toMatch(/^[\da-f-]{36}$/);
    expect(Object.keys(links)).toEqual(['self', 'content']);
    expect(parent).toMatchObject({
      access: { settings: { accept_conditions_text: null, secret_link_expiration: 0 } },
      communities: {},
    });
  });

  it('when somebody reads it who may not edit it, nothing is told of drafts', async () => {
    const told = JSON.parse(await (await native()).text());
    expect(told.versions).toEqual({ index: 1, is_latest: true });
    const own = await native({ Authorization: `Bearer ${zenodo.sandbox.token}` });
    expect(JSON.parse(await own.text()).versions.is_latest_draft).toBe(true);
  });

  it('when the metadata is sent back as it was told, the draft keeps its terms', async () => {
    const told = JSON.parse(await (await native()).text());
    await zenodo.send('POST', `/records/${id}/draft`);
    const { status } = await zenodo.putJson(`/records/${id}/draft`, { metadata: told.metadata });
    const draft = await zenodo.get(`/records/${id}/draft`, {
      Accept: 'application/vnd.inveniordm.v1+json',
    });
    await zenodo.remove(`/records/${id}/draft`);
    expect([status, JSON.parse(draft.text).metadata]).toEqual([200, told.metadata]);
  });
});

describe('exports of a record', () => {
  it.each([
    ['codemeta', '"@context":"https://doi.org/10.5063/schema/codemeta-2.0"'],
    ['cff', 'cff-version: "1.2.0"'],
    ['datapackage', '"$schema":"https://datapackage.org'],
  ])('when %s is exported, it comes as a file', async (format, part) => {
    const answer = await fetch(`${zenodo.sandbox.url}/records/${id}/export/${format}`);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(await answer.text()).toContain(part);
  });
});

describe('files of a record at the addresses of its pages', () => {
  const at = (path: string) => fetch(`${zenodo.sandbox.url}${path}`, { redirect: 'manual' });

  it('when a file is opened, it is shown; with download=1 it is kept', async () => {
    const shown = await at(`/records/${id}/files/day%20sums.csv`);
    expect([shown.status, shown.headers.get('content-disposition')?.split(';')[0]]).toEqual([
      200,
      'inline',
    ]);
    const kept = await at(`/records/${id}/files/day%20sums.csv?download=1`);
    expect(kept.headers.get('content-disposition')).toContain('attachment');
  });

  it('when an address of the former Zenodo is opened, it leads to the bytes', async () => {
    const url = `${zenodo.sandbox.url}/record/${id}/files/day%20sums.csv`;
    expect(await (await fetch(url)).text()).toBe('day,sum\n');
    const preview = `${zenodo.sandbox.url}/record/${id}/preview/day%20sums.csv`;
    expect(await (await fetch(preview)).text()).toBe('day,sum\n');
  });
});

describe('what scripts of other pages ask first', () => {
  it('when an address is asked what can be done with it, it says so', async () => {
    const { status, headers } = await zenodo.send('OPTIONS', '/deposit/depositions', {
      headers: { 'Access-Control-Request-Headers': 'authorization' },
    });
    expect(status).toBe(200);
    expect(headers.get('allow')).toBe('GET, HEAD, OPTIONS, POST');
    expect(headers.get('access-control-allow-headers')).toBe('authorization');
    expect((await zenodo.send('OPTIONS', '/nowhere')).status).toBe(404);
  });
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSandbox } from '../testing/open-sandbox.js';

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
beforeAll(async () => {
  zenodo = await openSandbox();
});
afterAll(() => zenodo.close());

describe('vocabularies', () => {
  it.each(['/licenses', '/licenses/'])(
    'when %s is asked for, it leads to the licences',
    async (path) => {
      const { status, headers } = await zenodo.get(`${path}?q=mit&size=3`);
      expect(status).toBe(301);
      expect(headers.get('location')).toBe(
        `${zenodo.sandbox.apiUrl}/vocabularies/licenses?q=mit&size=3`,
      );
    },
  );

  it('when licences are searched, each has its id, its name and its address', async () => {
    const { body } = await zenodo.get('/vocabularies/licenses?q=mozilla&size=2');
    expect(body.hits.total).toBeGreaterThan(2);
    expect(body.hits.hits).toHaveLength(2);
    expect(body.links.next).toContain('page=2');
    const one = await zenodo.get('/vocabularies/licenses/mpl-2.0');
    expect(one.body).toMatchObject({
      id: 'mpl-2.0',
      type: 'licenses',
      title: { en: 'Mozilla Public License 2.0' },
      props: { url: 'https://spdx.org/licenses/MPL-2.0.html' },
    });
  });

  it.each([
    ['resourcetypes', 'publication-article', 'Journal article'],
    ['languages', 'deu', 'German'],
    ['relationtypes', 'issupplementto', 'Is supplement to'],
    ['contributorsroles', 'datacurator', 'Data curator'],
    ['creatorsroles', 'translator', 'Translator'],
    ['datetypes', 'collected', 'Collected'],
    ['descriptiontypes', 'methods', 'Methods'],
    ['titletypes', 'alternative-title', 'Alternative title'],
    ['removalreasons', 'spam', 'Spam'],
  ])('when %s is asked for %s, it is %s', async (type, id, title) => {
    const { body } = await zenodo.get(`/vocabularies/${type}/${id}`);
    expect(body).toMatchObject({ id, type, title: { en: title } });
  });

  it('when a funder is asked for, its identifiers are told', async () => {
    const { body } = await zenodo.get('/funders?q=NSF');
    expect(body.hits.hits[0].identifiers).toContainEqual({
      identifier: '10.13039/100000001',
      scheme: 'doi',
    });
    expect((await zenodo.get('/funders/021nxhr62')).body.name).toBe('NSF');
  });

  it('when a vocabulary or a term is not there, the answer is 404', async () => {
    expect((await zenodo.get('/vocabularies/planets')).status).toBe(404);
    expect((await zenodo.get('/vocabularies/licenses/none')).status).toBe(404);
    expect((await zenodo.get('/vocabularies/toString')).status).toBe(404);
  });
});

import assert from 'node:assert/strict';
import { conforms, hasFieldError, hasStatus } from '../case.js';
import { createPublished, nativeFace, presentation } from '../depositions.js';

conforms('own-27', 'search: type, subtype and communities', async ({ owner, service }) => {
  const [slug = ''] = service.communities;
  const mark = `filtered${Date.now()}`;
  const talk = await createPublished(owner, { ...presentation, title: `${mark} talk` });
  const paper = await createPublished(owner, {
    ...presentation,
    title: `${mark} paper`,
    upload_type: 'publication',
    publication_type: 'article',
    communities: [{ identifier: slug }],
  });
  const both = [talk.id, paper.id].sort();
  const cases: readonly (readonly [query: string, found: readonly number[]])[] = [
    ['type=publication', [paper.id]],
    ['type=publication&subtype=article', [paper.id]],
    ['type=publication&subtype=book', []],
    ['subtype=article', both],
    [`communities=${slug}`, [paper.id]],
    // A slug that no community has asks for nothing.
    ['communities=no-such-community', both],
    [`communities=no-such-community&communities=${slug}`, [paper.id]],
    ['resource_type=publication', [paper.id]],
    ['resource_type=publication::publication-article', [paper.id]],
    ['resource_type=publication::publication-book&resource_type=presentation', [talk.id]],
    ['no_such_parameter=1', both],
  ];
  for (const [query, found] of cases) {
    const { body } = hasStatus(await owner.get(`/records?q=title:${mark}&${query}`), 200);
    const ids = body.hits.hits.map(({ id }: { id: number }) => id).sort();
    assert.deepEqual(ids, found, query);
  }
});

conforms('own-28', 'search: facets, links and the native form', async ({ owner, anonymous }) => {
  const mark = `listed${Date.now()}`;
  const metadata = { ...presentation, upload_type: 'publication', publication_type: 'article' };
  for (const n of [1, 2, 3]) await createPublished(owner, { ...metadata, title: `${mark} ${n}` });

  const path = `/records?q=title:${mark}&size=2`;
  const { body } = hasStatus(await anonymous.get(path), 200);
  assert.deepEqual(Object.keys(body).sort(), ['aggregations', 'hits', 'links']);
  assert.deepEqual([body.hits.total, body.hits.hits.length], [3, 2]);
  const [type] = body.aggregations.resource_type.buckets;
  assert.deepEqual(
    [type.key, type.doc_count, type.label, type.is_selected],
    ['publication', 3, 'Publication', false],
  );
  assert.equal(type.inner.buckets[0].key, 'publication-article');

  // Every parameter that counts is named, in order of the alphabet.
  const names = (link: string) => [...new URL(link).searchParams.keys()];
  assert.deepEqual(names(body.links.self), ['page', 'q', 'size', 'sort']);
  assert.equal(new URL(body.links.self).searchParams.get('sort'), 'bestmatch');
  assert.equal('prev' in body.links, false);
  const next = hasStatus(await anonymous.get(body.links.next), 200).body;
  assert.deepEqual([next.hits.hits.length, 'next' in next.links], [1, false]);
  assert.equal(next.links.prev, body.links.self);

  const native = hasStatus(await anonymous.get(path, nativeFace), 200).body;
  assert.deepEqual(Object.keys(native).sort(), ['aggregations', 'hits', 'links', 'sortBy']);
  assert.equal(native.sortBy, 'bestmatch');
  const bare = hasStatus(await anonymous.get('/records'), 200).body;
  const self = new URL(bare.links.self).searchParams;
  assert.deepEqual([self.get('size'), self.get('sort')], ['25', 'newest']);
});

conforms('own-29', 'search: older versions, by both names', async ({ owner, anonymous }) => {
  const mark = `aged${Date.now()}`;
  const first = await createPublished(owner, { ...presentation, title: mark });
  const { body: next } = await owner.post(first.links.newversion);
  hasStatus(await owner.post(next.links.publish), 202);
  const total = async (more: string) =>
    (await anonymous.get(`/records?q=title:${mark}${more}`)).body.hits.total;
  assert.deepEqual(
    [await total(''), await total('&all_versions'), await total('&all_versions=true')],
    [1, 2, 2],
  );
  assert.deepEqual([await total('&allversions=1'), await total('&allversions=0')], [2, 1]);
});

conforms('own-30', 'search: what cannot be asked', async ({ anonymous }) => {
  hasFieldError(await anonymous.get('/records?size=0'), 'size', /greater than or equal to 1/);
  hasFieldError(await anonymous.get('/records?page=0'), 'page', /greater than or equal to 1/);
  hasFieldError(await anonymous.get('/records?size=many'), 'size', 'Not a valid integer.');
  hasFieldError(await anonymous.get('/records?sort=tallest'), '_schema', /Invalid sort option/);
  const { body } = hasStatus(await anonymous.get('/records?page=500&size=25'), 400);
  assert.equal(body.message, 'Invalid querystring parameters.');
});

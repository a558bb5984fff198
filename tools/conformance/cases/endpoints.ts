import assert from 'node:assert/strict';
import { conforms, hasStatus } from '../case.js';
import { createPublished } from '../depositions.js';

conforms('own-20', 'licences lead to their vocabulary', async ({ anonymous, service }) => {
  const moved = hasStatus(await anonymous.get('/licenses/?q=mit'), 301);
  const location = moved.headers.get('location') ?? '';
  assert.equal(new URL(location, service.api).pathname, '/api/vocabularies/licenses');
  const licence = hasStatus(await anonymous.get('/vocabularies/licenses/mit'), 200).body;
  assert.deepEqual([licence.id, licence.title.en], ['mit', 'MIT License']);
});

conforms('own-21', 'every other address tells its methods', async ({ anonymous }) => {
  const told = hasStatus(await anonymous.send('OPTIONS', '/deposit/depositions'), 200);
  const allowed = (told.headers.get('allow') ?? '').split(', ');
  assert.deepEqual(
    ['GET', 'OPTIONS', 'POST'].filter((method) => !allowed.includes(method)),
    [],
  );
});

conforms('own-22', 'a record as a table and as a Data Package', async ({ owner, anonymous }) => {
  const { id } = await createPublished(owner);
  const faces = [
    ['application/vnd.inveniordm.v1.simple+csv', 'id,created,pids.doi.identifier,metadata.title'],
    ['application/vnd.inveniordm.v1.full+csv', 'metadata.creators.0.person_or_org.name'],
    [
      'application/ld+json;profile="https://datapackage.org/profiles/2.0/datapackage.json"',
      '"$schema"',
    ],
  ] as const;
  for (const [Accept, part] of faces) {
    const { text } = hasStatus(await anonymous.get(`/records/${id}`, { Accept }), 200);
    assert.ok(text.includes(part), text.slice(0, 500));
  }
});

conforms('own-23', 'what a record links to can be read', async ({ owner, anonymous }) => {
  const { id } = await createPublished(owner);
  const { links } = hasStatus(await anonymous.get(`/records/${id}`), 200).body;
  for (const name of ['self', 'files', 'latest', 'versions', 'parent', 'media_files', 'archive']) {
    const { status } = await anonymous.get(links[name]);
    assert.ok(status < 400, `${name}: ${links[name]} was answered ${status}`);
  }
  for (const name of ['access_links', 'access_grants', 'requests', 'communities']) {
    hasStatus(await owner.get(links[name]), 200);
  }
});

conforms('own-24', 'harvesters are answered', async ({ owner, service }) => {
  const { id } = await createPublished(owner);
  const query = `verb=GetRecord&metadataPrefix=oai_dc&identifier=oai:zenodo.org:${id}`;
  const { text } = hasStatus(await owner.get(`${service.site}/oai2d?${query}`), 200);
  assert.ok(text.includes(`<identifier>oai:zenodo.org:${id}</identifier>`), text.slice(0, 500));
});

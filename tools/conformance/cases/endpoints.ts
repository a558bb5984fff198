import assert from 'node:assert/strict';
import { conforms, hasStatus } from '../case.js';
import { createPublished, nativeFace, presentation } from '../depositions.js';

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
  for (const name of [
    'self',
    'files',
    'latest',
    'versions',
    'parent',
    'media_files',
    'archive',
    'self_iiif_manifest',
    'self_iiif_sequence',
  ]) {
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

conforms(
  'own-25',
  'a term comes with its title in the native face',
  async ({ owner, anonymous }) => {
    const { id } = await createPublished(owner, { ...presentation, license: 'cc-by-4.0' });
    const { metadata, parent, files, versions, ui } = hasStatus(
      await anonymous.get(`/records/${id}`, nativeFace),
      200,
    ).body;
    assert.ok(metadata.resource_type.title.en && ui.resource_type.title_l10n);
    assert.equal(metadata.rights[0].title.en, 'Creative Commons Attribution 4.0 International');
    assert.match(metadata.rights[0].props.url, /creativecommons\.org/);
    assert.equal(ui.access_status.id, 'open');
    assert.deepEqual(Object.keys(parent.access.settings).sort(), [
      'accept_conditions_text',
      'allow_guest_requests',
      'allow_user_requests',
      'secret_link_expiration',
    ]);
    // Who may not edit is not told whether a draft is open.
    assert.deepEqual(Object.keys(versions).sort(), ['index', 'is_latest']);
    const [entry] = Object.values<Record<string, unknown>>(files.entries);
    assert.deepEqual([typeof entry?.['ext'], 'file_id' in (entry ?? {})], ['string', false]);
  },
);

conforms('own-39', 'DataCite, CSL and Dublin Core in their documented shapes', async (scene) => {
  const { owner, anonymous } = scene;
  const { id, doi, conceptdoi } = await createPublished(owner, {
    ...presentation,
    description: '<p>Sums &amp; <b>means</b>.</p>',
    license: 'cc-by-4.0',
  });
  const face = async (Accept: string) =>
    hasStatus(await anonymous.get(`/records/${id}`, { Accept }), 200);

  const { body: datacite } = await face('application/vnd.datacite.datacite+json');
  assert.deepEqual(
    [datacite.doi, datacite.publisher, datacite.descriptions[0].description],
    [doi, { name: 'Zenodo' }, 'Sums & means.'],
  );
  assert.deepEqual(datacite.rightsList, [
    {
      rights: 'Creative Commons Attribution 4.0 International',
      rightsIdentifier: 'cc-by-4.0',
      rightsIdentifierScheme: 'spdx',
      rightsUri: 'https://creativecommons.org/licenses/by/4.0/legalcode',
    },
  ]);
  const types = datacite.dates.map(({ dateType }: { dateType: string }) => dateType);
  assert.deepEqual(types, ['Issued', 'Updated']);
  const alternate = datacite.alternateIdentifiers[0].alternateIdentifierType;
  assert.deepEqual([alternate, 'contributors' in datacite], ['URL', false]);

  const xml = (await face('application/vnd.datacite.datacite+xml')).text;
  assert.match(xml, new RegExp(`<identifier identifierType="DOI">${doi}<`));
  assert.match(xml, new RegExp(`relationType="IsVersionOf"[^>]*>${conceptdoi}<`));
  const { body: csl } = await face('application/vnd.citationstyles.csl+json');
  assert.deepEqual([csl.DOI, csl.abstract, csl.author[0].family], [doi, 'Sums & means.', 'Doe']);
  const core = (await face('application/x-dc+xml')).text;
  for (const element of ['rights>info:eu-repo/semantics/openAccess', `identifier>${doi}`]) {
    assert.ok(core.includes(`<dc:${element}</dc:`), core);
  }
});

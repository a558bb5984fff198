import assert from 'node:assert/strict';
import { conforms, hasStatus, type Scene } from '../case.js';
import {
  addRdmFile,
  createPublished,
  createRdmDraft,
  createRdmRecord,
  nativeFace,
  presentation,
  statuses,
} from '../depositions.js';
import { matchLicense } from './licence-spelling.js';

const restricted = { ...presentation, access_right: 'restricted' };
const kinds = [
  ['list', (id: number) => `/records/${id}/files`],
  ['content', (id: number) => `/records/${id}/files/test-1.txt/content`],
] as const;

const persons = ['owner', 'other', 'anonymous'] as const;
const readAs = (scene: Scene, url: string) =>
  statuses(...persons.map((who) => scene[who].get(url)));

conforms('63', 'restricted files: owner reads, others do not', async (scene) => {
  const { id } = await createPublished(scene.owner, restricted);
  for (const [, url] of kinds) assert.deepEqual(await readAs(scene, url(id)), [200, 403, 403]);
});

conforms('64', 'restricted files: superuser reads', async ({ owner, superuser }) => {
  const { id } = await createPublished(owner, restricted);
  for (const [, url] of kinds) hasStatus(await superuser.get(url(id)), 200);
});

conforms('65', 'public files: everybody reads', async (scene) => {
  const { id } = await createPublished(scene.owner);
  for (const [, url] of kinds) assert.deepEqual(await readAs(scene, url(id)), [200, 200, 200]);
});

conforms('66', 'embargoed files are restricted until their day', async (scene) => {
  const metadata = { ...presentation, access_right: 'embargoed', embargo_date: '2999-12-31' };
  const { id } = await createPublished(scene.owner, metadata);
  for (const [, url] of kinds) assert.deepEqual(await readAs(scene, url(id)), [200, 403, 403]);
});

conforms('67', 'restricted files: the record itself is public', async (scene) => {
  const { id } = await createPublished(scene.owner, restricted);
  assert.deepEqual(await readAs(scene, `/records/${id}`), [200, 200, 200]);
});

conforms('68', 'restricted files: the bucket follows', async (scene) => {
  const { links } = await createPublished(scene.owner, restricted);
  assert.deepEqual(await readAs(scene, `${links.bucket}/test-1.txt`), [200, 403, 403]);
});

for (const [number, index] of [
  ['69', 0],
  ['70', 1],
] as const) {
  conforms(
    number,
    `restricted ${kinds[index][0]}: curators of its community read`,
    async (scene) => {
      const [slug = ''] = scene.service.communities;
      const metadata = { ...restricted, communities: [{ identifier: slug }] };
      const { id } = await createPublished(scene.owner, metadata);
      assert.deepEqual(await readAs(scene, kinds[index][1](id)), [200, 200, 403]);
    },
  );
}

for (const number of ['71', '72', '73', '74']) {
  conforms(
    number,
    'restricted files: a flag of the parent keeps curators out',
    async ({ owner }) => {
      const { id } = await createPublished(owner, restricted);
      const { parent } = (await owner.get(`/records/${id}`, nativeFace)).body;
      assert.ok('permission_flags' in parent, 'the parent tells its permission flags');
    },
  );
}

conforms('75', 'licences_vocabulary: spellings there and back', async ({ owner }) => {
  await matchLicense(owner, 'cc-zero', 'cc0-1.0', 'cc-zero');
  await matchLicense(owner, 'CC0-1.0', 'cc0-1.0', 'cc-zero');
  await matchLicense(owner, 'MIT', 'mit', 'mit-license');
  await matchLicense(owner, 'GPL-3.0', 'gpl-3.0-only', 'gpl-3.0');
  const unknown = { ...presentation, license: 'no-such-licence' };
  hasStatus(await owner.post('/deposit/depositions', { metadata: unknown }), 400);
});

const draftRoutes: readonly (readonly [
  string,
  string,
  (scene: Scene, who: 'owner' | 'other' | 'anonymous', id: string) => Promise<{ status: number }>,
  number,
])[] = [
  [
    '107',
    'init',
    (scene, who, id) => scene[who].post(`/records/${id}/draft/files`, [{ key: 'new.txt' }]),
    201,
  ],
  [
    '108',
    'upload',
    (scene, who, id) => scene[who].put(`/records/${id}/draft/files/pending.txt/content`, 'x'),
    200,
  ],
  ['110', 'list', (scene, who, id) => scene[who].get(`/records/${id}/draft/files`), 200],
  ['111', 'read', (scene, who, id) => scene[who].get(`/records/${id}/draft/files/test.txt`), 200],
  [
    '112',
    'download',
    (scene, who, id) => scene[who].get(`/records/${id}/draft/files/test.txt/content`),
    200,
  ],
  [
    '114',
    'delete',
    (scene, who, id) => scene[who].remove(`/records/${id}/draft/files/test.txt`),
    204,
  ],
  ['115', 'delete all', (scene, who, id) => scene[who].remove(`/records/${id}/draft/files`), 204],
  [
    '116',
    'options',
    (scene, who, id) =>
      scene[who].json('PUT', `/records/${id}/draft/files`, { default_preview: 'test.txt' }),
    200,
  ],
];

for (const [number, name, request, status] of draftRoutes) {
  conforms(number, `draft_file_permissions: ${name}`, async (scene) => {
    const { id } = await createRdmDraft(scene.owner);
    await addRdmFile(scene.owner, id);
    await scene.owner.post(`/records/${id}/draft/files`, [{ key: 'pending.txt' }]);
    const refused = [
      (await request(scene, 'other', id)).status,
      (await request(scene, 'anonymous', id)).status,
    ];
    assert.deepEqual(refused, [403, 403]);
    assert.equal((await request(scene, 'owner', id)).status, status);
  });
}

conforms('109', 'draft_file_permissions: commit', async ({ owner, other, anonymous }) => {
  const { id } = await createRdmDraft(owner);
  const files = `/records/${id}/draft/files`;
  await owner.post(files, [{ key: 'a.txt' }]);
  await owner.put(`${files}/a.txt/content`, 'x');
  const commit = `${files}/a.txt/commit`;
  assert.deepEqual(await statuses(other.post(commit), anonymous.post(commit)), [403, 403]);
  hasStatus(await owner.post(commit), 200);
});

conforms('113', 'draft_file_permissions: import', async ({ owner, other, anonymous }) => {
  const { id } = await createRdmRecord(owner);
  const next = (await owner.post(`/records/${id}/versions`)).body;
  const url = `/records/${next.id}/draft/actions/files-import`;
  assert.deepEqual(await statuses(other.post(url), anonymous.post(url)), [403, 403]);
  hasStatus(await owner.post(url), 201);
});

for (const [number, transfer] of [
  ['117', 'R'],
  ['118', 'F'],
] as const) {
  conforms(number, `draft_file_permissions: init of transfer ${transfer}`, async (scene) => {
    const { id } = await createRdmDraft(scene.owner);
    const files = [
      { key: 'a.txt', transfer: { type: transfer, url: 'https://example.org/a.txt' } },
    ];
    const url = `/records/${id}/draft/files`;
    const answers = persons.map((who) => scene[who].post(url, files));
    assert.deepEqual(await statuses(...answers), [403, 403, 403]);
  });
}

conforms('119', 'draft_file_permissions: files cannot be switched off', async ({ owner }) => {
  const { id } = await createRdmDraft(owner);
  const { body } = hasStatus(
    await owner.json(
      'PUT',
      `/records/${id}/draft`,
      { files: { enabled: false } },
      { Accept: 'application/vnd.inveniordm.v1+json' },
    ),
    200,
  );
  assert.deepEqual(body.errors.at(-1), {
    field: 'files.enabled',
    messages: ["You don't have permissions to manage files options."],
  });
});

conforms('120', 'draft_file_permissions: anonymous may not create', async ({ anonymous }) => {
  hasStatus(await anonymous.post('/records', {}), 403);
});

for (const [number, name, index] of [
  ['121', 'list', 0],
  ['122', 'content', 1],
] as const) {
  conforms(number, `record_file_permissions: restricted ${name}`, async (scene) => {
    const { id } = await createPublished(scene.owner, restricted);
    assert.deepEqual(await readAs(scene, kinds[index][1](id)), [200, 403, 403]);
  });
}

conforms('123', 'record_file_permissions: restricted metadata of a file', async (scene) => {
  const { id } = await createPublished(scene.owner, restricted);
  assert.deepEqual(await readAs(scene, `/records/${id}/files/test-1.txt`), [200, 403, 403]);
});

for (const [number, method, suffix] of [
  ['124', 'DELETE', '/files/test-1.txt'],
  ['125', 'POST', '/files'],
  ['126', 'PUT', '/files/test-1.txt/content'],
] as const) {
  conforms(number, `record_file_permissions: ${method} on published files`, async ({ owner }) => {
    const { id } = await createPublished(owner);
    hasStatus(await owner.send(method, `/records/${id}${suffix}`), 405);
  });
}

conforms('127', 'record_file_permissions: files-import on published', async ({ owner }) => {
  const { id } = await createPublished(owner);
  hasStatus(await owner.post(`/records/${id}/draft/actions/files-import`), 404);
});

conforms('128', 'record_file_permissions: public', async (scene) => {
  const { id } = await createPublished(scene.owner);
  assert.deepEqual(await readAs(scene, `/records/${id}/files/test-1.txt`), [200, 200, 200]);
});

import { hasStatus } from './case.js';
import type { Client } from './client.js';

/** Metadata with which a presentation can be published. */
export const presentation = {
  title: 'Test title',
  creators: [
    { name: 'Doe, John', affiliation: 'Atlantis' },
    { name: 'Smith, Jane', affiliation: 'Atlantis' },
  ],
  description: 'Test Description',
  publication_date: '2013-05-08',
  access_right: 'open',
  upload_type: 'presentation',
};

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Deposition = any;

/** A draft with this metadata. */
export async function createDraft(
  client: Client,
  metadata: object = presentation,
): Promise<Deposition> {
  return hasStatus(await client.post('/deposit/depositions', { metadata }), 201).body;
}

/** A draft with one file in its bucket. */
export async function createWithFile(
  client: Client,
  metadata: object = presentation,
  key = 'test-1.txt',
): Promise<Deposition> {
  const draft = await createDraft(client, metadata);
  hasStatus(await client.put(`${draft.links.bucket}/${encodeURIComponent(key)}`, 'content'), 201);
  return draft;
}

/** A published deposition with one file. */
export async function createPublished(
  client: Client,
  metadata: object = presentation,
  key = 'test-1.txt',
): Promise<Deposition> {
  const draft = await createWithFile(client, metadata, key);
  return hasStatus(await client.post(draft.links.publish), 202).body;
}

/** A draft of the records API; `metadata` is InvenioRDM's. */
export const rdm = {
  metadata: {
    resource_type: { id: 'image-photo' },
    creators: [
      { person_or_org: { family_name: 'Brown', given_name: 'Troy', type: 'personal' } },
      { person_or_org: { name: 'Troy Inc.', type: 'organizational' } },
    ],
    title: 'A Romans story',
    publication_date: '2020-06-01',
    publisher: 'Acme Inc',
  },
  access: { record: 'public', files: 'public' },
  files: { enabled: true },
};

const native = { Accept: 'application/vnd.inveniordm.v1+json' };
export const nativeFace = native;

export async function createRdmDraft(client: Client, body: object = rdm): Promise<Deposition> {
  return hasStatus(await client.json('POST', '/records', body, native), 201).body;
}

/** Announces, writes and commits a file. */
export async function addRdmFile(
  client: Client,
  id: string,
  key = 'test.txt',
  bytes = 'content',
): Promise<void> {
  const files = `/records/${id}/draft/files`;
  hasStatus(await client.post(files, [{ key }]), 201);
  hasStatus(await client.put(`${files}/${key}/content`, bytes), 200);
  hasStatus(await client.post(`${files}/${key}/commit`), 200);
}

export async function createRdmRecord(client: Client, body: object = rdm): Promise<Deposition> {
  const { id } = await createRdmDraft(client, body);
  await addRdmFile(client, id);
  const published = await client.json('POST', `/records/${id}/draft/actions/publish`, {}, native);
  return hasStatus(published, 202).body;
}

/** Answers of several people to the same request. */
export async function statuses(...answers: Promise<{ status: number }>[]): Promise<number[]> {
  return (await Promise.all(answers)).map(({ status }) => status);
}

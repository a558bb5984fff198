import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { DepositFinding } from './index.js';
import { openDepositBench } from './testing/deposit-bench.js';
import type { DepositBench } from './testing/deposit-bench.js';
import { sampleMetadata } from './testing/sample-release.js';

const files = { 'a.txt': 'alpha', 'b c.txt': 'beta' };
let bench: DepositBench;
beforeEach(async () => {
  bench = await openDepositBench();
});
afterEach(() => bench.close());

const listed = async () => bench.client().listDepositions();
const publishedIds = async () =>
  (await listed()).filter((one) => one.state === 'done').map((one) => one.id);

describe('a next version', () => {
  it('when one file changed, only that one is sent, the old one goes, version and date are set', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const since = bench.lastRequest();
    const release = await bench.release('v2', { 'a.txt': 'alpha', 'new.txt': 'gamma' });
    const second = await bench.deposit(release, { known: { receipt: first } });
    expect(second).toMatchObject({
      outcome: 'published',
      conceptDoi: first.conceptDoi,
      conceptRecordId: first.conceptRecordId,
      differences: [],
    });
    expect(second.doi).not.toBe(first.doi);
    const sent = bench.requests(since, 'PUT /api/files/').map((one) => one.path.split('/').at(-1));
    expect(sent).toEqual(['new.txt']);
    expect(bench.kinds()).toEqual(expect.arrayContaining(['file-kept', 'file-deleted']));
    const { value } = await bench.client().readDeposition(second.depositionId);
    expect(value.metadata).toMatchObject({ version: 'v2', publication_date: '2026-01-02' });
  });

  it.each(['conceptRecordId', 'recordId'] as const)(
    'when only the %s is configured, it is published under that concept',
    async (name) => {
      const first = await bench.deposit(await bench.release('v1', files));
      const known = { [name]: String(first[name]) };
      const release = await bench.release('v2', { ...files, 'c.txt': 'c' }, { title: 'Renamed' });
      const second = await bench.deposit(release, { known });
      expect(second.conceptDoi).toBe(first.conceptDoi);
      const again = await bench.deposit(release, { known });
      expect(again).toMatchObject({ outcome: 'unchanged', doi: second.doi });
    },
  );

  it('when nobody says which concept, a record of the same title stops it, unless a new one is allowed', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const release = await bench.release('v2', { 'c.txt': 'c' });
    await expect(bench.deposit(release)).rejects.toMatchObject({ code: 'NZ6006' });
    expect(await publishedIds()).toEqual([first.recordId]);
    const other = await bench.deposit(release, { allowNewConcept: true });
    expect(other.conceptRecordId).not.toBe(first.conceptRecordId);
  });

  it('when the version is published with other files, it stops', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const release = await bench.release('v1', { 'a.txt': 'changed' });
    for (const known of [{}, { receipt: first }]) {
      await expect(bench.deposit(release, { known })).rejects.toMatchObject({ code: 'NZ6001' });
    }
    expect(await listed()).toHaveLength(1);
  });

  it('when another work has this title and version, a new concept may be allowed', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const release = await bench.release('v1', { 'a.txt': 'another work' });
    const other = await bench.deposit(release, { allowNewConcept: true });
    expect(other.conceptRecordId).not.toBe(first.conceptRecordId);
    const again = await bench.deposit(release, { allowNewConcept: true });
    expect(again).toMatchObject({ outcome: 'unchanged', doi: other.doi });
  });

  it('when the bytes are published under another version, it stops', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const release = await bench.release('v2', files);
    const deposit = bench.deposit(release, { known: { receipt: first } });
    await expect(deposit).rejects.toMatchObject({ code: 'NZ6002' });
  });

  it('when the configured record does not exist, it stops', async () => {
    const release = await bench.release('v1', files);
    for (const known of [{ recordId: '4711' }, { conceptRecordId: '4711' }]) {
      await expect(bench.deposit(release, { known })).rejects.toMatchObject({ code: 'NZ6003' });
    }
    expect(await listed()).toHaveLength(0);
  });

  it('when an untouched draft of the next version stands, it is used', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const client = bench.client();
    const { value } = await client.readDeposition(first.depositionId);
    if (value.state !== 'done') throw new Error('not published');
    const draft = await client.createVersion(value);
    const release = await bench.release('v2', { 'a.txt': 'changed' });
    const second = await bench.deposit(release, { known: { receipt: first } });
    expect(second.depositionId).toBe(draft.id);
  });
});

describe('a draft of other content', () => {
  async function foreignDraft() {
    const first = await bench.deposit(await bench.release('v1', files));
    const client = bench.client();
    const { value } = await client.readDeposition(first.depositionId);
    if (value.state !== 'done') throw new Error('not published');
    const draft = await client.createVersion(value);
    await client.updateMetadata(draft, { ...sampleMetadata, title: 'Work of a person' });
    return { first, draft, release: await bench.release('v2', { 'a.txt': 'changed' }) };
  }

  it.each(['reuse', 'refuse'] as const)(
    'when the policy is %s, it is not touched',
    async (policy) => {
      const { first, draft, release } = await foreignDraft();
      const since = bench.lastRequest();
      const options = { known: { receipt: first }, draftPolicy: policy };
      await expect(bench.deposit(release, options)).rejects.toMatchObject({ code: 'NZ6004' });
      expect(bench.sandbox.requests.list(since).every((one) => one.method === 'GET')).toBe(true);
      expect((await bench.client().readDeposition(draft.id)).value.title).toBe('Work of a person');
    },
  );

  it.each(['reuse', 'discard', 'refuse'] as const)(
    'when the policy is ask and the answer %s, that is what happens',
    async (answer) => {
      const { first, draft, release } = await foreignDraft();
      const asked: number[] = [];
      const decide = async (question: DepositFinding, id: number) => {
        expect(question.code).toBe('NZ6004');
        asked.push(id);
        return answer;
      };
      const options = { known: { receipt: first }, draftPolicy: 'ask', decide } as const;
      const end = await bench.deposit(release, options).then(
        (receipt) => (receipt.depositionId === draft.id ? 'reuse' : 'discard'),
        (error: { code: string }) => (error.code === 'NZ6004' ? 'refuse' : error.code),
      );
      expect([end, asked]).toEqual([answer, [draft.id]]);
    },
  );

  it('when the policy is discard, it makes room', async () => {
    const { first, draft, release } = await foreignDraft();
    const options = { known: { receipt: first }, draftPolicy: 'discard' } as const;
    const second = await bench.deposit(release, options);
    expect(bench.kinds()).toContain('draft-discarded');
    expect(second.depositionId).not.toBe(draft.id);
  });
});

describe('twins of a first draft', () => {
  it('when two stand with our content, the older one is published and the other discarded', async () => {
    const release = await bench.release('v1', files);
    const { deposit } = release.metadata;
    const older = await bench.client().createDeposition(deposit);
    await bench.client().createDeposition(deposit);
    const receipt = await bench.deposit(release);
    expect(receipt.depositionId).toBe(older.id);
    expect(await listed()).toHaveLength(1);
  });

  it('when a draft has our title and version but files of its own, it is left alone', async () => {
    const release = await bench.release('v1', files);
    const client = bench.client();
    const theirs = await client.createDeposition(release.metadata.deposit);
    const other = await bench.release('v9', { 'their.txt': 'x' });
    const path = `${other.root}/their.txt`;
    await client.uploadFile(theirs, { key: 'their.txt', path, size: 1 });
    const receipt = await bench.deposit(release);
    expect(receipt.depositionId).not.toBe(theirs.id);
    expect(await listed()).toHaveLength(2);
    const warning = bench.events.find((event) => event.kind === 'warning');
    expect(warning).toMatchObject({ finding: { code: 'NZ6016', severity: 'warning' } });
  });

  it('when two runs begin at once, one record stands and both name it', async () => {
    const release = await bench.release('v1', files);
    const receipts = await Promise.all([bench.deposit(release), bench.deposit(release)]);
    expect(new Set(receipts.map((receipt) => receipt.doi)).size).toBe(1);
    expect(await listed()).toHaveLength(1);
  });
});

describe('an edit', () => {
  it('when only the metadata changed, the record is edited and keeps its DOI', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const release = await bench.release('v1', files, { title: 'A better title' });
    const second = await bench.deposit(release, { known: { receipt: first } });
    expect(second).toMatchObject({ outcome: 'edited', doi: first.doi, recordId: first.recordId });
    const planned = bench.events.find((event) => event.kind === 'planned');
    expect(planned).toMatchObject({
      route: 'edit',
      differences: [{ field: 'title', sent: 'A better title', returned: sampleMetadata.title }],
    });
    expect((await bench.client().readRecord(first.recordId)).title).toBe('A better title');
    const third = await bench.deposit(release, { known: { receipt: second } });
    expect(third.outcome).toBe('unchanged');
  });

  it('when an open record is to be closed, or under an embargo, it is, each time', async () => {
    let known = { receipt: await bench.deposit(await bench.release('v1', files)) };
    const embargo = { access_right: 'embargoed', embargo_date: '2099-01-01' } as const;
    for (const access of [
      embargo,
      { access_right: 'open' },
      { access_right: 'restricted' },
      embargo,
    ] as const) {
      const receipt = await bench.deposit(await bench.release('v1', files, access), { known });
      expect(receipt).toMatchObject({ outcome: 'edited', differences: [] });
      const { value } = await bench.client().readDeposition(receipt.depositionId);
      expect(value.metadata).toMatchObject(access);
      known = { receipt };
    }
  });

  it('when somebody has opened an edit with other changes, it is not touched', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const client = bench.client();
    const { value } = await client.readDeposition(first.depositionId);
    if (value.state !== 'done') throw new Error('not published');
    const edit = await client.openEdit(value);
    await client.updateMetadata(edit, { ...sampleMetadata, version: 'v1', title: 'Of a person' });
    const release = await bench.release('v1', files, { title: 'A better title' });
    const known = { receipt: first };
    await expect(bench.deposit(release, { known })).rejects.toMatchObject({ code: 'NZ6005' });
    const receipt = await bench.deposit(release, { known, draftPolicy: 'discard' });
    expect(receipt.outcome).toBe('edited');
    expect((await client.readRecord(first.recordId)).title).toBe('A better title');
  });

  it('when an edit was opened and left as it was, it is used', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const client = bench.client();
    const { value } = await client.readDeposition(first.depositionId);
    if (value.state !== 'done') throw new Error('not published');
    await client.openEdit(value);
    const release = await bench.release('v1', files, { title: 'A better title' });
    expect((await bench.deposit(release, { known: { receipt: first } })).outcome).toBe('edited');
  });

  it('when an interrupted edit with our metadata is open, it is published', async () => {
    const first = await bench.deposit(await bench.release('v1', files));
    const release = await bench.release('v1', files, { title: 'A better title' });
    bench.sandbox.faults.add({
      kind: 'token-revoked',
      route: 'POST /api/deposit/depositions/:id/actions/publish',
    });
    const known = { receipt: first };
    await expect(bench.deposit(release, { known })).rejects.toMatchObject({ code: 'NZ5003' });
    bench.sandbox.faults.clear();
    expect((await bench.deposit(release, { known })).outcome).toBe('edited');
  });
});

import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isCodedError } from '@nx-zenodo/findings';
import type { FaultOrder } from '@nx-zenodo/zenodo-sandbox';
import fc from 'fast-check';
import type { DepositReceipt } from './index.js';
import { openDepositBench } from './testing/deposit-bench.js';
import type { DepositBench } from './testing/deposit-bench.js';

/** What has to stand: the versions by name, with the content they were published with. */
interface Model {
  readonly versions: Map<string, { readonly content: number; title: string }>;
  theirDraft: number | null;
  theirEdit: boolean;
}
interface Real {
  readonly bench: DepositBench;
  /** The receipt of the last publication; what a checkout would hold. */
  receipt: DepositReceipt | null;
}
type Command = fc.AsyncCommand<Model, Real>;

const theirTitle = 'Work of somebody else';
const allowed = ['NZ6001', 'NZ6002', 'NZ6004', 'NZ6005'];

/** One person's deposit; with faults, it is started again when it failed. */
class Deposit implements Command {
  constructor(
    readonly version: string,
    readonly content: number,
    readonly title: string,
    readonly faults: readonly FaultOrder[],
    readonly runs: number,
  ) {}
  check = () => true;
  toString = () => `deposit ${JSON.stringify({ ...this })}`;

  async run(model: Model, real: Real): Promise<void> {
    const { bench } = real;
    for (const fault of this.faults) bench.sandbox.faults.add(fault);
    const ends = await Promise.all(Array.from({ length: this.runs }, () => this.attempt(real)));
    bench.sandbox.faults.clear();
    const receipt = ends.find((end) => end !== null) ?? (await this.attempt(real));
    const expected = this.expected(model);
    expect(receipt?.outcome ?? 'refused').toMatch(expected);
    if (receipt === null) return;
    real.receipt = receipt;
    model.versions.set(this.version, { content: this.content, title: this.title });
    await holds(model, real);
  }

  /** Which outcomes the rules allow, from the model alone. */
  expected(model: Model): RegExp {
    const same = model.versions.get(this.version);
    if (same === undefined) {
      const twin = [...model.versions.values()].some((one) => one.content === this.content);
      return twin || model.theirDraft !== null || model.theirEdit
        ? /refused/
        : /published|unchanged/;
    }
    if (same.content !== this.content) return /refused/;
    if (model.theirEdit) return /refused/;
    return same.title === this.title ? /unchanged|edited/ : /edited|unchanged/;
  }

  async attempt({ bench, receipt }: Real): Promise<DepositReceipt | null> {
    const files = { 'a.txt': `content ${this.content}`, 'same.txt': 'in every version' };
    const release = await bench.release(this.version, files, { title: this.title });
    try {
      return await bench.deposit(release, { known: receipt === null ? {} : { receipt } });
    } catch (error) {
      if (isCodedError(error) && (this.faults.length > 0 || allowed.includes(error.code)))
        return null;
      throw error;
    }
  }
}

/** Somebody else starts the next version on the site. */
class TheirDraft implements Command {
  check = (model: Model) =>
    model.versions.size > 0 && model.theirDraft === null && !model.theirEdit;
  toString = () => 'they open a draft';

  async run(model: Model, { bench, receipt }: Real): Promise<void> {
    const client = bench.client();
    const latest = await client.readRecord(receipt?.conceptRecordId ?? 0);
    const { value } = await client.readDeposition(latest.id);
    if (value.state !== 'done') throw new Error('an edit is open');
    const draft = await client.createVersion(value);
    await client.updateMetadata(draft, { title: theirTitle, upload_type: 'dataset' });
    model.theirDraft = draft.id;
  }
}

/** Somebody else opens the newest record for editing and changes its title. */
class TheirEdit implements Command {
  check = (model: Model) =>
    model.versions.size > 0 && !model.theirEdit && model.theirDraft === null;
  toString = () => 'they open an edit';

  async run(model: Model, { bench, receipt }: Real): Promise<void> {
    const client = bench.client();
    const latest = await client.readRecord(receipt?.conceptRecordId ?? 0);
    const { value } = await client.readDeposition(latest.id);
    if (value.state !== 'done') throw new Error('an edit is open');
    const edit = await client.openEdit(value);
    const version = String(value.metadata['version']);
    await client.updateMetadata(edit, { title: theirTitle, upload_type: 'dataset', version });
    model.theirEdit = true;
  }
}

/** Somebody else gives up what they began. */
class TheyDiscard implements Command {
  check = (model: Model) => model.theirDraft !== null || model.theirEdit;
  toString = () => 'they discard';

  async run(model: Model, { bench }: Real): Promise<void> {
    const client = bench.client();
    for (const { id, state } of await client.listDepositions()) {
      const { value } = await client.readDeposition(id);
      if (state !== 'done' && value.state !== 'done' && value.title === theirTitle) {
        await client.discardDraft(value);
      }
    }
    model.theirDraft = null;
    model.theirEdit = false;
  }
}

/** True of what stands, after every step. */
async function holds(model: Model, { bench, receipt }: Real): Promise<void> {
  const client = bench.client();
  const listed = await client.listDepositions();
  const published = listed.filter((one) => one.state !== 'unsubmitted');
  expect(published).toHaveLength(model.versions.size);
  expect(new Set(published.map((one) => one.conceptRecordId)).size).toBeLessThanOrEqual(1);
  const drafts = listed.filter((one) => one.state === 'unsubmitted').map((one) => one.id);
  expect(drafts).toEqual(model.theirDraft === null ? [] : [model.theirDraft]);
  if (model.theirDraft !== null) {
    expect((await client.readDeposition(model.theirDraft)).value.title).toBe(theirTitle);
  }
  const record = await client.readRecord(receipt?.recordId ?? 0);
  expect(record.title).toBe(model.versions.get(receipt?.release.version ?? '')?.title);
}

const publishRoute = 'POST /api/deposit/depositions/:id/actions/publish';
const faults: fc.Arbitrary<readonly FaultOrder[]> = fc.oneof(
  { arbitrary: fc.constant([]), weight: 2 },
  {
    arbitrary: fc
      .record({
        call: fc.integer({ min: 1, max: 20 }),
        fault: fc.constantFrom<FaultOrder>(
          { kind: 'proxy-error', status: 504 },
          { kind: 'reset', when: 'after-effect' },
          { kind: 'reset', when: 'before', times: 6 },
          { kind: 'server-error', times: 6 },
          { kind: 'token-revoked' },
          { kind: 'html-ok' },
        ),
      })
      .map(({ call, fault }) => [{ ...fault, call }]),
    weight: 2,
  },
  {
    arbitrary: fc.constantFrom<readonly FaultOrder[]>(
      [{ kind: 'proxy-error', status: 502, route: publishRoute }],
      [{ kind: 'reset', when: 'before', route: publishRoute }],
    ),
    weight: 1,
  },
);
const deposits = fc
  .record({
    version: fc.constantFrom('v1', 'v2', 'v3'),
    content: fc.integer({ min: 1, max: 3 }),
    title: fc.constantFrom('One title', 'Another title'),
    faults,
    runs: fc.constantFrom(1, 1, 2),
  })
  .map((one) => new Deposit(one.version, one.content, one.title, one.faults, one.runs));
const commands = fc.commands(
  [
    deposits,
    fc.constant(new TheirDraft()),
    fc.constant(new TheirEdit()),
    fc.constant(new TheyDiscard()),
  ],
  { maxCommands: 8, size: 'max' },
);

describe('any order of deposits, failures and doings of somebody else', () => {
  let bench: DepositBench;
  beforeEach(async () => {
    bench = await openDepositBench();
  });
  afterEach(() => bench.close());

  it('when it is over, every version stands once and nothing of others was touched', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (list) => {
        await bench.close();
        bench = await openDepositBench();
        const setup = () => ({
          model: { versions: new Map(), theirDraft: null, theirEdit: false } as Model,
          real: { bench, receipt: null } as Real,
        });
        await fc.asyncModelRun(setup, list);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  }, 120_000);
});

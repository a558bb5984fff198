import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isCodedError } from '@nx-zenodo/findings';
import type { FaultOrder } from '@nx-zenodo/zenodo-sandbox';
import { undiciTransport } from '@nx-zenodo/zenodo-client';
import type { Transport } from '@nx-zenodo/zenodo-client';
import fc from 'fast-check';
import type { DepositReceipt } from './index.js';
import { openDepositBench } from './testing/deposit-bench.js';
import type { DepositBench } from './testing/deposit-bench.js';
import { sampleBundle } from './testing/sample-release.js';
import { addFile, discardDrafts, openDraft, openEdit, theirTitle } from './testing/second-actor.js';

/** What has to stand: the versions by name, with the content they were published with. */
interface Model {
  readonly versions: Map<string, { readonly content: number; title: string }>;
  theirDraft: number | null;
  theirEdit: boolean;
  /** Our draft into which they put a file stands, and no run that came later could know it for ours. */
  isDraftLeft: boolean;
}
interface Real {
  readonly bench: DepositBench;
  /** The receipt of the last publication; what a checkout would hold. */
  receipt: DepositReceipt | null;
}
type Command = fc.AsyncCommand<Model, Real>;

const theirFile = 'their.txt';
const allowed = ['NZ6001', 'NZ6002', 'NZ6004', 'NZ6005'];

/** What somebody else does between two requests of a running deposit. */
interface Intrusion {
  readonly what: 'opens a draft' | 'opens an edit' | 'discards our draft' | 'adds a file';
  /** Before which request of the run, from 1. */
  readonly before: number;
}

/** One person's deposit; with faults or somebody else at work, it is started again when it failed. */
class Deposit implements Command {
  constructor(
    readonly version: string,
    readonly content: number,
    readonly title: string,
    readonly faults: readonly FaultOrder[],
    readonly runs: number,
    readonly intrusion: Intrusion | null,
  ) {}
  check = () => true;
  toString = () => `deposit ${JSON.stringify({ ...this })}`;

  async run(model: Model, real: Real): Promise<void> {
    const { bench } = real;
    const expected = this.expected(model);
    for (const fault of this.faults) bench.sandbox.faults.add(fault);
    const ends = await Promise.all(
      Array.from({ length: this.runs }, (_, run) => this.attempt(model, real, run === 0)),
    );
    bench.sandbox.faults.clear();
    const receipt = ends.find((end) => end !== null) ?? (await this.attempt(model, real, false));
    const isInterfered = this.intrusion !== null;
    expect(receipt?.outcome ?? 'refused').toMatch(isInterfered ? /./ : expected);
    // It may have been published before they came, and refused when it was run again.
    if (receipt !== null || (isInterfered && (await this.isPublished(real)))) {
      const known = model.versions.get(this.version);
      const { content, title } = receipt === null && known !== undefined ? known : this;
      model.versions.set(this.version, { content, title });
    }
    if (receipt !== null) real.receipt = receipt;
    await holds(model, real, receipt === null);
  }

  /** Which outcomes the rules allow, from the model alone. */
  expected(model: Model): RegExp {
    const same = model.versions.get(this.version);
    if (same === undefined) {
      const twin = [...model.versions.values()].some((one) => one.content === this.content);
      if (twin || model.theirDraft !== null || model.theirEdit) return /refused/;
      return model.isDraftLeft ? /refused|published|unchanged/ : /published|unchanged/;
    }
    if (same.content !== this.content) return /refused/;
    if (model.theirEdit) return /refused/;
    return same.title === this.title ? /unchanged|edited/ : /edited|unchanged/;
  }

  async attempt(model: Model, real: Real, isFirst: boolean): Promise<DepositReceipt | null> {
    const { bench, receipt } = real;
    const release = await bench.release(this.version, filesOf(this.content), { title: this.title });
    const isHit = isFirst && this.intrusion !== null;
    const client = isHit ? bench.client({ transport: this.interrupted(model, real) }) : undefined;
    try {
      return await bench.deposit(release, {
        known: receipt === null ? {} : { receipt },
        ...(client === undefined ? {} : { client }),
      });
    } catch (error) {
      if (!isCodedError(error)) throw error;
      if (this.faults.length > 0 || this.intrusion !== null) return null;
      if (allowed.includes(error.code)) return null;
      throw error;
    }
  }

  /** HTTP that lets somebody else act before one of the requests. */
  interrupted(model: Model, { bench }: Real): Transport {
    const inner = undiciTransport();
    let number = 0;
    let hasIntruded = false;
    // Between the last look and the publication nobody can look, for Zenodo publishes on no condition: a file that
    // comes then, or an edit that goes, is told when the record is read back.
    const isEdit = model.versions.has(this.version);
    const blind = isEdit ? ['adds a file', 'discards our draft'] : ['adds a file'];
    const isBlind = (url: string) =>
      url.endsWith('/actions/publish') && blind.includes(this.intrusion?.what ?? '');
    return {
      send: async (request) => {
        number += 1;
        const isDue = number >= (this.intrusion?.before ?? Infinity);
        if (isDue && !hasIntruded && !isBlind(request.url)) {
          hasIntruded = true;
          // A fault strikes whoever comes: by now it is over, or they would not do what they mean to.
          bench.sandbox.faults.clear();
          await this.intrude(model, bench);
        }
        return inner.send(request);
      },
      close: () => inner.close(),
    };
  }

  async intrude(model: Model, bench: DepositBench): Promise<void> {
    const client = bench.client();
    switch (this.intrusion?.what) {
      case 'opens a draft':
        model.theirDraft ??= await openDraft(client);
        break;
      case 'opens an edit':
        model.theirEdit ||= await openEdit(client);
        break;
      case 'discards our draft':
        await discardDrafts(client, (title) => title !== theirTitle);
        break;
      case 'adds a file':
        await addFile(client, await bench.release('x', { [theirFile]: 'Theirs.' }));
    }
  }

  async isPublished({ bench }: Real): Promise<boolean> {
    const listed = await bench.client().listDepositions();
    return listed.some(
      (one) => one.state !== 'unsubmitted' && one.metadata['version'] === this.version,
    );
  }
}

function filesOf(content: number): Record<string, string> {
  return { 'a.txt': `content ${content}`, 'same.txt': 'in every version' };
}

/** Somebody else starts the next version on the site. */
class TheirDraft implements Command {
  check = (model: Model) =>
    model.versions.size > 0 && model.theirDraft === null && !model.theirEdit && !model.isDraftLeft;
  toString = () => 'they open a draft';

  async run(model: Model, { bench }: Real): Promise<void> {
    model.theirDraft = await openDraft(bench.client());
    expect(model.theirDraft).not.toBeNull();
  }
}

/** Somebody else opens the newest record for editing and changes its title. */
class TheirEdit implements Command {
  check = (model: Model) =>
    model.versions.size > 0 && !model.theirEdit && model.theirDraft === null;
  toString = () => 'they open an edit';

  async run(model: Model, { bench }: Real): Promise<void> {
    model.theirEdit = await openEdit(bench.client());
    expect(model.theirEdit).toBe(true);
  }
}

/** Somebody else gives up what they began. */
class TheyDiscard implements Command {
  check = (model: Model) => model.theirDraft !== null || model.theirEdit;
  toString = () => 'they discard';

  async run(model: Model, { bench }: Real): Promise<void> {
    await discardDrafts(bench.client(), (title) => title === theirTitle);
    model.theirDraft = null;
    model.theirEdit = false;
  }
}

async function filtered(ids: readonly number[], keeps: (id: number) => Promise<boolean>) {
  const kept = await Promise.all(ids.map(keeps));
  return ids.filter((_, at) => kept[at]);
}

/**
 * True of what stands, after every step. A run that was refused may leave its own draft to the next; one that broke
 * off leaves a draft alone into which somebody put a file meanwhile (NZ6016).
 */
async function holds(model: Model, { bench, receipt }: Real, wasRefused: boolean): Promise<void> {
  const client = bench.client();
  const listed = await client.listDepositions();
  const published = listed.filter((one) => one.state !== 'unsubmitted');
  expect(published.map((one) => one.metadata['version']).sort()).toEqual(
    [...model.versions.keys()].sort(),
  );
  expect(new Set(published.map((one) => one.conceptRecordId)).size).toBeLessThanOrEqual(1);
  for (const { id, metadata } of published) {
    const { content = 0 } = model.versions.get(String(metadata['version'])) ?? {};
    const wanted = sampleBundle(filesOf(content)).entries.map(({ key, md5 }) => [key, md5]);
    const { files } = await client.readRecord(id);
    expect(files.map(({ key, md5 }) => [key, md5]).sort()).toEqual(wanted.sort());
  }
  const drafts = listed.filter((one) => one.state === 'unsubmitted').map((one) => one.id);
  const withoutTheirFile = await filtered(drafts, async (id) => {
    const files = await client.listFiles(id);
    return !files.some(({ key }) => key === theirFile);
  });
  model.isDraftLeft = withoutTheirFile.length < drafts.length;
  if (!wasRefused) {
    expect(withoutTheirFile).toEqual(model.theirDraft === null ? [] : [model.theirDraft]);
  }
  if (model.theirDraft !== null) {
    expect((await client.readDeposition(model.theirDraft)).value.title).toBe(theirTitle);
  }
  if (receipt === null) return;
  const record = await client.readRecord(receipt.recordId);
  expect(record.title).toBe(model.versions.get(receipt.release.version)?.title);
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
    intrusion: fc.option(
      fc.record({
        what: fc.constantFrom<Intrusion['what'][]>(
          'opens a draft',
          'opens an edit',
          'discards our draft',
          'adds a file',
        ),
        before: fc.integer({ min: 1, max: 22 }),
      }),
      { freq: 2 },
    ),
  })
  .map(
    ({ version, content, title, faults: struck, runs, intrusion }) =>
      // What is added in the blind moment of another run cannot be told from what is added before it.
      new Deposit(
        version,
        content,
        title,
        struck,
        intrusion?.what === 'adds a file' ? 1 : runs,
        intrusion,
      ),
  );
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
          model: {
            versions: new Map(),
            theirDraft: null,
            theirEdit: false,
            isDraftLeft: false,
          } as Model,
          real: { bench, receipt: null } as Real,
        });
        await fc.asyncModelRun(setup, list);
      }),
      { numRuns: 25, endOnFailure: true },
    );
  });
});

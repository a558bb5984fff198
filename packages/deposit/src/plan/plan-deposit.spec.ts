import { describe, expect, it } from '@jest/globals';
import type { BundleEntry } from '@nx-zenodo/bundle';
import type { DepositionFile } from '@nx-zenodo/zenodo-api';
import fc from 'fast-check';
import { metadataChanges } from '../compare/compare-metadata.js';
import { isSameFiles } from '../compare/same-files.js';
import type { ObservedDeposit, PublishedVersion } from '../observe/observed-deposit.js';
import { recogniseDraft } from '../observe/recognise-draft.js';
import type { DesiredDeposit } from '../release/desired-deposit.js';
import type { DepositPlan, DepositStep } from './deposit-plan.js';
import { planDeposit } from './plan-deposit.js';
import type { PlanKnowledge } from './plan-knowledge.js';

const hex = (length: number, seed: number) => seed.toString(16).padStart(length, '0');
const entry = (key: string, seed: number): BundleEntry => ({
  key,
  path: key,
  size: seed,
  sha256: hex(64, seed),
  md5: hex(32, seed),
});

const key = fc.constantFrom('a.txt', 'b.txt', 'c.txt');
const entries = fc
  .uniqueArray(fc.record({ key, seed: fc.integer({ min: 1, max: 3 }) }), {
    selector: (one) => one.key,
    minLength: 1,
  })
  .map((list) => list.map((one) => entry(one.key, one.seed)));
const stored = fc.oneof(entries, fc.constant([])).map((list) =>
  list.map((one): DepositionFile => ({
    fileId: one.md5,
    key: one.key,
    size: one.size,
    md5: one.md5,
  })),
);
const version = fc.constantFrom('v1', 'v2', '');
const title = fc.constantFrom('T', 'Another');
// Somebody may have described a draft that is named like ours.
const description = fc.constantFrom({}, {}, { description: 'Work of a person.' });
const metadata = fc
  .record({ title, version, description })
  .map(({ description: more, ...one }) => ({ ...one, upload_type: 'dataset', ...more }));

const desired: fc.Arbitrary<DesiredDeposit> = fc.record({
  release: fc.constant({ name: 'r', version: 'v1' }),
  metadata: fc.record({
    title: fc.constant('T'),
    version: fc.constantFrom('v1', 'v2'),
    upload_type: fc.constant('dataset'),
  }),
  files: entries,
});

const links = {
  html: 'h',
  bucket: 'b',
  publish: 'p',
  discard: 'd',
  edit: 'e',
  newversion: 'n',
};
const facts = (id: fc.Arbitrary<number>) =>
  fc.record({ id, metadata, files: stored }).map((one) => ({
    ...one,
    title: one.metadata.title,
    conceptRecordId: '1',
    doi: `10.5072/zenodo.${one.id}`,
    created: '',
    modified: '',
    links,
  }));
const published = facts(fc.integer({ min: 10, max: 13 })).chain((one) =>
  fc
    .constantFrom('done' as const, 'inprogress' as const)
    .map((state): PublishedVersion => ({ ...one, state }) as PublishedVersion),
);
const draft = facts(fc.integer({ min: 20, max: 23 })).map((one) => ({
  ...one,
  state: 'unsubmitted' as const,
}));
const byId = <T extends { id: number }>(arbitrary: fc.Arbitrary<T>) =>
  fc.uniqueArray(arbitrary, { selector: (one) => one.id, maxLength: 3 });

const observed: fc.Arbitrary<ObservedDeposit> = fc
  .record({
    hasConcept: fc.boolean(),
    versions: byId(published),
    drafts: byId(draft),
    untouchedEdits: fc.array(fc.integer({ min: 10, max: 13 })).map((ids) => new Set(ids)),
    namesakes: fc.array(fc.constant({ recordId: 5, conceptRecordId: '4', version: 'v0' }), {
      maxLength: 1,
    }),
    indexed: fc.array(fc.integer({ min: 20, max: 23 })).map((ids) => new Set(ids)),
  })
  .map(({ hasConcept, versions, drafts, namesakes, indexed, untouchedEdits }) => ({
    concept: hasConcept ? { recordId: '1', origin: 'receipt' as const } : null,
    versions: hasConcept ? versions.sort((a, b) => b.id - a.id) : [],
    untouchedEdits,
    drafts: drafts.sort((a, b) => a.id - b.id),
    namesakes: hasConcept ? [] : namesakes,
    indexed,
  }));
const someId = fc.option(fc.integer({ min: 10, max: 23 }));
const knowledge: fc.Arbitrary<PlanKnowledge> = fc.record({
  draftPolicy: fc.constantFrom(
    'reuse' as const,
    'ask' as const,
    'refuse' as const,
    'discard' as const,
  ),
  allowNewConcept: fc.boolean(),
  own: fc.array(fc.integer({ min: 20, max: 23 })).map((ids) => new Set(ids)),
  journalled: someId,
  reservation: fc.option(fc.constant({ depositionId: 20, doi: '10.5072/zenodo.20' })),
  prepared: someId,
  knownDifferences: fc.constant([]),
});

const stepsOf = (plan: DepositPlan): readonly DepositStep[] => ('steps' in plan ? plan.steps : []);
const always = (
  holds: (plan: DepositPlan, d: DesiredDeposit, o: ObservedDeposit, k: PlanKnowledge) => void,
) =>
  fc.assert(
    fc.property(desired, observed, knowledge, (d, o, k) => holds(planDeposit(d, o, k), d, o, k)),
    { numRuns: 2000 },
  );

describe('a plan, whatever is wanted, observed and known', () => {
  it('when it publishes at once, the draft was prepared by this run and holds exactly the bundle', () => {
    always((plan, d, _o, k) => {
      const steps = stepsOf(plan);
      const first = steps.findIndex((one) => one.do === 'publish' || one.do === 'look-again');
      if (first === -1 || steps[first]?.do !== 'publish') return;
      const [resume] = steps;
      if (resume?.do !== 'resume') throw new Error('publishes what it has not opened');
      expect(k.prepared).toBe(resume.draft.id);
      expect(isSameFiles(d.files, resume.draft.files)).toBe(true);
      expect(steps.map((one) => one.do)).toEqual(['resume', 'compare-files', 'publish']);
    });
  });

  it('when it publishes later, the files are compared after the last look', () => {
    always((plan) => {
      const order = stepsOf(plan).map((one) => one.do);
      if (!order.includes('publish')) return;
      expect(order.slice(-2)).toEqual(['compare-files', 'publish']);
      expect(order.filter((one) => one === 'publish')).toHaveLength(1);
    });
  });

  it('when it is shown, it leads to the publication, or to another look where it makes room first', () => {
    always((plan) => {
      if (plan.kind !== 'publish') return;
      const order = plan.steps.map((one) => one.do);
      const end = order.at(-1);
      if (end === 'publish') return;
      expect(order).toEqual([...order.slice(0, -1).map(() => 'discard'), 'look-again']);
      expect(order.length).toBeGreaterThan(1);
    });
  });

  it('when it discards, nothing is lost that the release does not hold, or somebody chose the policy', () => {
    always((plan, d, o, k) => {
      for (const step of stepsOf(plan)) {
        if (step.do !== 'discard' || k.own.has(step.draft.id)) continue;
        if (k.draftPolicy === 'discard') continue;
        expect(recogniseDraft(d, step.draft, o.versions[0], false)).toBe('ours');
        expect(metadataChanges(d.metadata, step.draft.metadata)).toEqual([]);
      }
    });
  });

  it('when the concept has only a draft of somebody else, that draft is named, and the policy decides', () => {
    always((plan, d, o, k) => {
      const [theirs] = o.drafts;
      const isHinted = k.journalled !== null || k.reservation !== null || k.own.size > 0;
      if (o.concept === null || o.versions.length > 0 || theirs === undefined || isHinted) return;
      if (o.drafts.some((one) => recogniseDraft(d, one, undefined, false) === 'ours')) return;
      const ends = { ask: 'ask', discard: 'publish', reuse: 'refuse', refuse: 'refuse' } as const;
      expect(plan.kind).toBe(ends[k.draftPolicy]);
      const finding = plan.kind === 'refuse' ? plan.findings[0] : undefined;
      expect(finding?.code ?? 'NZ6004').toBe('NZ6004');
      expect(finding?.message ?? `Draft ${theirs.id}`).toContain(`Draft ${theirs.id}`);
    });
  });

  it('when the concept has nothing that can be seen, it stops', () => {
    always((plan, _d, o, k) => {
      if (o.concept === null || o.versions.length > 0 || o.drafts.length > 0) return;
      if (k.reservation !== null) return;
      expect(plan).toMatchObject({ kind: 'refuse', findings: [{ code: 'NZ6003' }] });
    });
  });

  it('when the version is published with the same files, no file is sent and no version is started', () => {
    always((plan, d, o) => {
      const stands = o.versions.some(
        (one) => one.metadata['version'] === d.metadata.version && isSameFiles(d.files, one.files),
      );
      if (!stands) return;
      const forbidden = ['create', 'start-version', 'upload-files', 'delete-files'];
      expect(stepsOf(plan).filter((one) => forbidden.includes(one.do))).toEqual([]);
    });
  });

  it('when a concept is known, none is created', () => {
    always((plan, _d, o) => {
      if (o.concept === null) return;
      expect(stepsOf(plan).some((one) => one.do === 'create')).toBe(false);
    });
  });

  it('when a DOI was reserved, only its draft is published', () => {
    always((plan, _d, o, k) => {
      if (k.reservation === null || plan.kind !== 'publish' || plan.route === 'edit') return;
      const opened = plan.steps.find((one) => one.do === 'resume');
      expect(plan.steps.some((one) => one.do === 'create' || one.do === 'start-version')).toBe(
        false,
      );
      if (opened?.do === 'resume') expect(opened.draft.id).toBe(k.reservation.depositionId);
      expect(o.drafts.some((one) => one.id === k.reservation?.depositionId)).toBe(true);
    });
  });

  it('when it refuses, it says why and what to do', () => {
    always((plan) => {
      if (plan.kind !== 'refuse') return;
      expect(plan.findings[0].message.length).toBeGreaterThan(20);
      expect(plan.findings[0].cure.length).toBeGreaterThan(20);
    });
  });
});

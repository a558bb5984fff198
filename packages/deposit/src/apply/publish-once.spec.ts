import { describe, expect, it } from '@jest/globals';
import type { UnsubmittedDeposition } from '@nx-zenodo/zenodo-api';
import { ZenodoError } from '@nx-zenodo/zenodo-client';
import type { Effect, ZenodoErrorCode } from '@nx-zenodo/zenodo-client';
import fc from 'fast-check';
import type { DepositRun } from './deposit-run.js';
import { publishOnce } from './publish-once.js';

const failure = (code: ZenodoErrorCode, effect: Effect) =>
  new ZenodoError([{ code, severity: 'error', message: 'Said so.', cure: 'Look.' }], {
    operation: 'publish deposition 7',
    effect,
  });
const lost = failure('NZ5012', 'unknown');
const draft = { id: 7, state: 'unsubmitted' } as unknown as UnsubmittedDeposition;

/** What a Zenodo does: the answers to publish, one after the other, and what each look finds. */
interface Script {
  readonly answers: readonly (ZenodoError | 'published')[];
  readonly looks?: (number: number) => 'unsubmitted' | 'done' | Error;
  /** Names of the files that the draft holds when they are listed again; those of the bundle unless told. */
  readonly listed?: readonly string[];
}

const file = (key: string) => ({ key, size: 1, md5: '0'.repeat(32) });

async function publish({ answers, looks = () => 'unsubmitted', listed = ['a.txt'] }: Script) {
  const order: string[] = [];
  const waits: number[] = [];
  let looked = 0;
  const done = { id: 7, state: 'done' };
  const count = (what: string) => order.filter((one) => one === what).length;
  const run = {
    desired: { files: [file('a.txt')] },
    client: {
      listFiles: async () => {
        order.push('list');
        return listed.map(file);
      },
      publish: async () => {
        order.push('request');
        const answer = answers[Math.min(count('request'), answers.length) - 1];
        if (answer !== 'published') throw answer;
        return { value: done, json: 'the answer to publish' };
      },
      readDeposition: async () => {
        order.push('look');
        const found = looks((looked += 1));
        if (found instanceof Error) throw found;
        return { value: { id: 7, state: found }, json: 'the answer to a look' };
      },
    },
    note: async (step: string) => {
      await Promise.resolve();
      order.push(step);
    },
    report: () => undefined,
    pause: async (milliseconds: number) => {
      waits.push(milliseconds);
    },
  } as unknown as DepositRun;
  const end = await publishOnce(run, draft).then(
    (published) => published.answerTo,
    (error: { code: string }) => error.code,
  );
  return { end, order, waits, requests: count('request'), looks: count('look') };
}

describe('a publish', () => {
  it('when it is answered, the journal announced it before, and nothing is read', async () => {
    const { end, order } = await publish({ answers: ['published'] });
    expect([end, order]).toEqual(['publish', ['publish the draft', 'request']]);
  });

  it('when Zenodo refuses it, it is not asked again', async () => {
    for (const code of ['NZ5003', 'NZ5008'] as const) {
      const { end, order } = await publish({ answers: [failure(code, 'none')] });
      expect([end, order]).toEqual([code, ['publish the draft', 'request']]);
    }
  });

  it('when something breaks that is no answer of Zenodo, it is not asked again', async () => {
    const broken = Object.assign(new Error('out of memory'), { code: 'ERR', effect: 'unknown' });
    const { end, requests, looks } = await publish({ answers: [broken as unknown as ZenodoError] });
    expect([end, requests, looks]).toEqual(['ERR', 1, 0]);
  });

  it('when its answer is lost and any look of the next half minute finds it published, it is sent once', async () => {
    const { looks, waits } = await publish({ answers: [lost, 'published'] });
    expect(waits.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(30_000);
    const found = fc.integer({ min: 1, max: looks });
    const failing = fc.boolean();
    await fc.assert(
      fc.asyncProperty(found, failing, async (at, isFailing) => {
        const before = isFailing ? lost : 'unsubmitted';
        const looking = (number: number) => (number < at ? before : 'done');
        const told = await publish({ answers: [lost], looks: looking });
        expect(told).toMatchObject({ end: 'read', requests: 1, looks: at });
      }),
    );
  });

  it.each([lost, failure('NZ5009', 'none'), failure('NZ5010', 'none')])(
    'when it is not known (%#) and every look finds a draft, it is sent again after all looks and a list of the files',
    async (doubt) => {
      const { end, order, looks } = await publish({ answers: [doubt, 'published'] });
      const between = Array.from({ length: looks }, () => 'look');
      const request = ['publish the draft', 'request'];
      expect([end, order]).toEqual(['publish', [...request, ...between, 'list', ...request]]);
    },
  );

  it('when somebody changed the files while it was not known, it is not sent again', async () => {
    for (const listed of [[], ['a.txt', 'their.txt']]) {
      const { end, requests } = await publish({ answers: [lost, 'published'], listed });
      expect([end, requests]).toEqual(['NZ6009', 1]);
    }
  });

  it('when its answer is lost every time, it is sent three times and no more', async () => {
    const { end, requests } = await publish({ answers: [lost] });
    expect([end, requests]).toEqual(['NZ5012', 3]);
  });

  it.each([lost, new Error('the network is gone in a way that nobody knows')])(
    'when its answer is lost and the last look fails (%#), it is not sent again',
    async (error) => {
      const never = await publish({ answers: [lost], looks: () => error });
      expect([never.end, never.requests]).toEqual(['NZ6011', 1]);
      const looks = (number: number) => (number < never.looks ? 'unsubmitted' : error);
      const last = await publish({ answers: [lost], looks });
      expect([last.end, last.requests]).toEqual(['NZ6011', 1]);
    },
  );
});

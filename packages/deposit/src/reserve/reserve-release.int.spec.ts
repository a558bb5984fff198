import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  decodeReservation,
  formatReservation,
  formatReservationPlan,
  planReservation,
  reserveRelease,
} from '../index.js';
import type { KnownRecord, ReserveRequest } from '../index.js';
import { openDepositBench } from '../testing/deposit-bench.js';
import type { DepositBench } from '../testing/deposit-bench.js';
import type { SampleRelease } from '../testing/sample-release.js';

let bench: DepositBench;
beforeEach(async () => {
  bench = await openDepositBench();
});
afterEach(() => bench.close());

const requestFor = (
  release: SampleRelease,
  known: KnownRecord = {},
  more = {},
): ReserveRequest => ({
  release: release.release,
  metadata: release.metadata.deposit,
  environment: { name: 'local', apiUrl: bench.sandbox.apiUrl },
  client: bench.client(),
  known,
  pause: async () => undefined,
  stateFolder: null,
  ...more,
});
const reserve = (...args: Parameters<typeof requestFor>) => reserveRelease(requestFor(...args));
const listed = async () => bench.client().listDepositions();

describe('a reservation', () => {
  it('when it is made first, the deposit is published with that very DOI, in that draft', async () => {
    const before = await bench.release('v1', {});
    const reservation = await reserve(before);
    expect(reservation.doi).toBe(`10.5072/zenodo.${reservation.depositionId}`);
    const release = await bench.release('v1', { 'CITATION.cff': `doi: ${reservation.doi}` });
    const receipt = await bench.deposit(release, { known: { reservation } });
    expect(receipt).toMatchObject({ doi: reservation.doi, depositionId: reservation.depositionId });
    expect(await listed()).toHaveLength(1);
  });

  it('when it is only planned, the requests are told and none that writes is sent', async () => {
    const release = await bench.release('v1', {});
    const shown = async () => {
      const steps = await planReservation(requestFor(release));
      return formatReservationPlan(steps, '/api')
        .split('\n')
        .map((line) => line.slice(0, 44));
    };
    expect(await shown()).toEqual([
      'Reserve the DOI of a draft, publish nothing:',
      '  POST /api/deposit/depositions {"metadata":',
      '  POST /api/records/{id}/draft/pids/doi',
    ]);
    expect(await listed()).toEqual([]);
    const { depositionId } = await reserve(release);
    expect((await shown()).at(-1)).toBe(`  POST /api/records/${depositionId}/draft/pids/doi`);
  });

  it('when it is made again, it is the same', async () => {
    const release = await bench.release('v1', {});
    const first = await reserve(release);
    expect(await reserve(release)).toEqual(first);
    expect(await listed()).toHaveLength(1);
  });

  it('when it is for a next version, it is under the concept of the last one', async () => {
    const first = await bench.deposit(await bench.release('v1', { 'a.txt': 'a' }));
    const known = { receipt: first };
    const reservation = await reserve(await bench.release('v2', {}), known);
    expect(reservation).toMatchObject({
      conceptRecordId: first.conceptRecordId,
      conceptDoi: first.conceptDoi,
    });
    const release = await bench.release('v2', { 'a.txt': 'a', 'doi.txt': reservation.doi });
    const second = await bench.deposit(release, { known: { ...known, reservation } });
    expect(second).toMatchObject({ doi: reservation.doi, conceptDoi: first.conceptDoi });
  });

  it('when the draft was discarded meanwhile, nothing is published under another DOI', async () => {
    const reservation = await reserve(await bench.release('v1', {}));
    const client = bench.client();
    const { value } = await client.readDeposition(reservation.depositionId);
    if (value.state !== 'unsubmitted') throw new Error('published');
    await client.discardDraft(value);
    const release = await bench.release('v1', { 'a.txt': reservation.doi });
    const deposit = bench.deposit(release, { known: { reservation } });
    await expect(deposit).rejects.toMatchObject({ code: 'NZ6020' });
    expect(await listed()).toHaveLength(0);
  });

  it('when the version is published already, it stops', async () => {
    const release = await bench.release('v1', { 'a.txt': 'a' });
    const receipt = await bench.deposit(release);
    const reservation = reserve(release, { receipt });
    await expect(reservation).rejects.toMatchObject({ code: 'NZ6021' });
  });

  it('when it is written and read, it is the same; anything else is refused', async () => {
    const reservation = await reserve(await bench.release('v1', {}));
    expect(decodeReservation(JSON.parse(formatReservation(reservation)))).toEqual(reservation);
    expect(() => decodeReservation({})).toThrow('NZ6013');
  });
});

import { describe, expect, it } from '@jest/globals';
import { formatTidyOrder, formatTidyRequests, isTidying } from './tidy-up.js';

const order = { discard: [3, 4], removeRecords: [2] };

describe('what is thrown away', () => {
  it('when nothing is named, there is nothing to do', () => {
    expect(isTidying({ discard: [], removeRecords: [] })).toBe(false);
    expect(isTidying({ discard: [], removeRecords: [2] })).toBe(true);
  });

  it('when drafts and records are named, the question names all of them', () => {
    expect(formatTidyOrder(order)).toBe('discard the drafts 3, 4 and remove the record 2');
  });

  it('when it is only shown, each id has its request', () => {
    expect(formatTidyRequests(order, '/api').split('\n')).toEqual([
      'POST /api/deposit/depositions/3/actions/discard',
      'POST /api/deposit/depositions/4/actions/discard',
      'POST /api/records/2/request-deletion',
    ]);
  });
});

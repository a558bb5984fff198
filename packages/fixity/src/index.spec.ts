import { expect, it } from '@jest/globals';
import * as fixity from './index.js';

it('when the package is imported, it offers these names and no others', () => {
  expect(Object.keys(fixity).sort()).toEqual([
    'FixityError',
    'checkFixity',
    'checkFreezeInGit',
    'checkShard',
    'compareCodePoints',
    'digestFile',
    'formatChecksumList',
    'formatShardReport',
    'freezeRelease',
    'mergeShards',
    'parseChecksumList',
    'parseReleasePath',
    'resolveInside',
    'shardRange',
    'verifyRelease',
    'watchFreeze',
  ]);
});

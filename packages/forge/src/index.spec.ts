import { expect, it } from '@jest/globals';
import * as forge from './index.js';

it('when the package is imported, it offers these names and no others', () => {
  expect(Object.keys(forge).sort()).toEqual([
    'ForgeError',
    'ciTemplate',
    'compareAssets',
    'detectForge',
    'openForge',
    'parseRemoteUrl',
    'proxiedFetch',
    'readAssetFile',
    'releasesToArchive',
    'requireRelease',
    'syncAssets',
    'syncDescription',
  ]);
});

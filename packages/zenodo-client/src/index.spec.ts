import { expect, it } from '@jest/globals';
import * as door from './index.js';

it('when the package is opened, these names are its public surface', () => {
  expect(Object.keys(door).sort()).toEqual([
    'ZenodoError',
    'createZenodoClient',
    'undiciTransport',
  ]);
});

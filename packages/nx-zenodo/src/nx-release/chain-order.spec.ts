import { describe, expect, it } from '@jest/globals';
import { chainOrder } from './chain-order.js';

describe('the order in which a chain is run', () => {
  it('when targets depend on one another, each comes after what it needs, once', () => {
    const targets = {
      deploy: { dependsOn: ['bundle'] },
      bundle: { dependsOn: ['verify', { target: 'validate' }] },
      validate: { dependsOn: ['generate'] },
      verify: { dependsOn: ['generate'] },
      generate: {},
      elsewhere: {},
    };
    expect(chainOrder(targets, 'deploy')).toEqual(['generate', 'verify', 'validate', 'bundle']);
  });

  it('when a dependency is of other projects, or not there, it is left to Nx', () => {
    const targets = {
      deploy: {
        dependsOn: [
          '^build',
          'gone',
          { target: 'a', projects: ['b'] },
          { target: 'a', dependencies: true },
        ],
      },
      a: {},
    };
    expect(chainOrder(targets, 'deploy')).toEqual([]);
    expect(chainOrder({}, 'deploy')).toEqual([]);
  });

  it('when targets depend on one another in a circle, it ends', () => {
    expect(chainOrder({ a: { dependsOn: ['b'] }, b: { dependsOn: ['a'] } }, 'a')).toEqual(['b']);
  });
});

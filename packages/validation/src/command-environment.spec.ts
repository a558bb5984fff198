import { describe, expect, it } from '@jest/globals';
import { commandEnvironment } from './command-environment.js';

describe('the environment of a command', () => {
  const env = {
    PATH: '/bin',
    ZENODO_TOKEN: 'a',
    Db_Password: 'b',
    NPM_TOKEN: 'c',
    EMPTY: undefined,
  };

  it('when names look like secrets, they are held back', () => {
    expect(commandEnvironment(env, [])).toEqual({ PATH: '/bin' });
  });

  it('when a check asks for one by name, that one is handed on', () => {
    expect(commandEnvironment(env, ['NPM_TOKEN'])).toEqual({ PATH: '/bin', NPM_TOKEN: 'c' });
  });
});

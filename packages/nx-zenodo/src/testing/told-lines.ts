import { afterEach, beforeEach, jest } from '@jest/globals';
import { logger } from '@nx/devkit';
import type { Tree } from '@nx/devkit';

/** Takes what generators tell from the console, for each test of the file; answers with the lines of the present one. */
export function takeToldLines(): readonly string[] {
  const told: string[] = [];
  beforeEach(() => {
    told.length = 0;
    const take = (...lines: unknown[]) => void told.push(...lines.map(String));
    jest.spyOn(logger, 'info').mockImplementation(take);
    jest.spyOn(logger, 'warn').mockImplementation(take);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });
  return told;
}

/** Every change of the tree with its text, to compare one run of a generator with the next. */
export function changesIn(tree: Tree): [path: string, text: string | undefined][] {
  return tree.listChanges().map(({ path, content }) => [path, content?.toString()]);
}

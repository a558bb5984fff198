import { describe, expect, it } from '@jest/globals';
import { createTreeWithEmptyWorkspace } from '@nx/devkit/testing';
import { releaseDirectory } from './release-directory.js';

const tree = createTreeWithEmptyWorkspace();
tree.write('apps/survey/project.json', '{"name":"rivers"}');
tree.write('apps/survey/data/a.csv', 'x');

describe('the folder of a release as a person writes it', () => {
  it.each([
    ['rivers', 'apps/survey'],
    ['apps/survey', 'apps/survey'],
    ['./apps/survey/', 'apps/survey'],
    ['apps\\survey', 'apps/survey'],
    ['apps\\survey\\data\\', 'apps/survey/data'],
    ['.', ''],
    ['', ''],
    ['./', ''],
  ])('when it is %j, it is %j', (written, expected) => {
    expect(releaseDirectory(tree, written)).toBe(expected);
  });

  it.each([
    '..',
    'apps/../..',
    'apps\\..\\..\\other',
    '/etc',
    '\\\\server\\share',
    'C:\\data',
    'C:data',
    'apps/survey\0',
  ])('when it is %j, it is not inside of the workspace on any platform', (written) => {
    expect(() => releaseDirectory(tree, written)).toThrow(
      expect.objectContaining({
        findings: [expect.objectContaining({ code: 'NZ9102', place: { field: 'directory' } })],
      }),
    );
  });

  it.each(['nowhere', 'apps/survey/project.json'])('when it is %j, it is no folder', (written) => {
    expect(() => releaseDirectory(tree, written)).toThrow('neither a folder nor a project');
  });
});

import { describe, expect, it } from '@jest/globals';
import { fileSet } from './file-set.js';

const many = (folder: (at: number) => string) =>
  Array.from({ length: 3000 }, (_, at) => `${folder(at)}f${at}`);

describe('files as inputs', () => {
  it('when they are few, each is an input', () => {
    expect(fileSet(['b', 'a/c']).patterns).toEqual(['b', 'a/c']);
  });

  it('when they are many, the folders that hold them are', () => {
    const files = many((at) => (at === 0 ? '' : `d${at % 2}/`));
    expect(fileSet(files).patterns).toEqual(['*', 'd0/*', 'd1/*']);
  });

  it('when a name would be read as a glob, its folder is the input', () => {
    expect(fileSet(['docs/a[1].md', 'docs/b.md']).patterns).toEqual(['docs/*']);
  });

  it('when a folder would be read as a glob, or there are very many, it is the whole project', () => {
    expect(fileSet(['(docs)/a.md']).patterns).toBeNull();
    expect(fileSet(many((at) => `d${at}/`)).patterns).toBeNull();
  });
});

import type { ReleaseFolder } from '../folder/release-folder.js';

/** Scripts that deposit at Zenodo, told by what they say; one that names it in its name comes first. */
export function findUploadScripts({ files, read }: ReleaseFolder): string[] {
  return files
    .filter((path) => /(^|\/)[^/.]+(\.(sh|bash|zsh|ksh))?$/.test(path))
    .filter((path) => {
      const text = read(path) ?? '';
      return (
        (/\.(sh|bash|zsh|ksh)$/.test(path) || text.startsWith('#!')) &&
        /zenodo/i.test(text) &&
        /depositions|links\.bucket|BUCKET/.test(text)
      );
    })
    .sort((a, b) => Number(/zenodo/i.test(b)) - Number(/zenodo/i.test(a)) || (a < b ? -1 : 1));
}

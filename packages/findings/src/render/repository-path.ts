/** The path of a file from the repository root; `base` is the release root there, '' for the root itself. */
export function repositoryPath(base: string, file: string): string {
  return base === '' ? file : `${base}/${file}`;
}

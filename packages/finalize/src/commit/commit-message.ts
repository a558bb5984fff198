/** What a commit says about a release: its version, its DOI, and one line for each thing that was done. */
export interface CommitSubject {
  readonly version: string;
  readonly doi: string;
  readonly done: readonly string[];
}

/** `docs(release): add Zenodo DOI metadata for <version>`, a bullet for each thing done, and the DOI. */
export function formatCommitMessage({ version, doi, done }: CommitSubject): string {
  const bullets = done.length === 0 ? [] : [...done.map((line) => `- ${line}`), ''];
  return [
    `docs(release): add Zenodo DOI metadata for ${version}`,
    '',
    ...bullets,
    `DOI: ${doi}`,
    '',
  ].join('\n');
}

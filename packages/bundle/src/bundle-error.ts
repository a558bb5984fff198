import { CodedError } from '@nx-zenodo/findings';
import type { Finding, Place } from '@nx-zenodo/findings';
import type { FixityCode } from '@nx-zenodo/fixity';

const cures = {
  NZ4001: 'Put the files into one archive (bundle.archive), or publish fewer of them by name.',
  NZ4002:
    'Split the release over several records, or ask Zenodo for a larger quota before publishing.',
  NZ4003: 'Give the file its content, leave it out, or put it into the archive.',
  NZ4004: 'Rename the file, or put it into the archive, where its whole path is kept.',
  NZ4005:
    'Rename one of the files, or put them into the archive, where the folders keep them apart.',
  NZ4006: 'Build the manifest again, then the bundle.',
  NZ4007: 'Freeze the release again, then run the chain from freeze-verify.',
  NZ4008: 'Build the bundle again from the files as they are now.',
  NZ4009: 'Build the bundle again; it is generated and never edited by hand.',
  NZ4010:
    'Correct the globs of bundle.files, or leave them out to upload the artifacts as they are listed.',
  NZ4011: 'Correct the globs of the archive, or leave the archive out.',
  NZ4012: 'Rename the file, freeze the release again and run the chain from freeze-verify.',
  NZ4013:
    'Fetch the file with `git lfs pull`, freeze the release again and run the chain from freeze-verify.',
  NZ4014:
    'Set SOURCE_DATE_EPOCH to whole seconds since 1970, or unset it to take the date of the tag.',
  NZ4015:
    'Name a tag that stands in this clone; fetch it with `git fetch --tags` if it is only on the server.',
  NZ4016: 'Commit the file itself before the tag is set, or leave it out of the release.',
  NZ4017: 'Publish the bytes that were tagged: check the tag out, or move the freeze to a new tag.',
  NZ4018:
    'Build the bundle again from the files as they are at the tag, with this version of the tool.',
  NZ4020:
    'Run `git submodule update --init --recursive` at the tag, or set `submodules` to false in zenodo.archive.json.',
  NZ4021: 'Fetch it with `git lfs fetch origin <tag>`, or exclude the file in zenodo.archive.json.',
  NZ4022: 'Correct the link and set a new tag, or exclude it in zenodo.archive.json.',
  NZ4023: 'Run `git fsck`; clone the repository again if it finds damaged objects.',
  NZ4024:
    'Correct `include` and `exclude` in zenodo.archive.json: globs from the top of the repository.',
  NZ4025: 'Nothing to do, unless the archive shall not hold a file twice: exclude the link then.',
  NZ4026: 'Write what the file needs to know of the commit into it before the tag is set.',
} as const;

/** Every code of its own that this package speaks; each has a page docs/errors/<code>.md. */
export type BundleCode = keyof typeof cures;

/** What can be wrong with an upload set: its own rules, and what fixity finds when it reads the files. */
export type BundleFinding = Finding<BundleCode | FixityCode>;

/** Makes a finding of this package; all of them stop the release. */
export function finding(code: BundleCode, message: string, place?: Place): BundleFinding {
  const where = place === undefined ? {} : { place };
  return { code, severity: 'error', message, cure: cures[code], ...where };
}

/** Nothing can be uploaded as it was asked: carries every finding of the run. */
export class BundleError extends CodedError<BundleCode | FixityCode> {}

/** Throws all findings as one error; does nothing when there are none. */
export function throwFindings(findings: readonly BundleFinding[]): void {
  const [first, ...others] = findings;
  if (first !== undefined) throw new BundleError([first, ...others]);
}

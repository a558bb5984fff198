import { compareCodePoints } from '@nx-zenodo/fixity';
import { formatCanonicalJson } from '@nx-zenodo/validation';
import type { ManifestFile, ReleaseManifest } from '../release-manifest.js';

/** One property that is not the same, by its dotted path. */
export interface ChangedField {
  readonly field: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What became of one file. */
export type ChangedFile =
  | { readonly change: 'added'; readonly path: string; readonly after: ManifestFile }
  | { readonly change: 'removed'; readonly path: string; readonly before: ManifestFile }
  | {
      readonly change: 'changed';
      readonly path: string;
      readonly before: ManifestFile;
      readonly after: ManifestFile;
    }
  | {
      readonly change: 'renamed';
      readonly from: string;
      readonly path: string;
      readonly after: ManifestFile;
    };

/** What became of one check. */
export interface ChangedCheck {
  readonly name: string;
  /** The fact that the check told, with its verdict; null where the check is not in that manifest. */
  readonly before: string | null;
  readonly after: string | null;
}

/** How one manifest differs from another; plain data, so its JSON form is `JSON.stringify`. */
export interface ManifestDifference {
  readonly schemaVersion: 1;
  readonly same: boolean;
  readonly fields: readonly ChangedField[];
  /** Sorted by path (code points). */
  readonly files: readonly ChangedFile[];
  readonly unchangedFiles: number;
  readonly checks: readonly ChangedCheck[];
}

/** Compares two manifests. A file whose bytes stand under another path is renamed, not removed and added. */
export function diffManifests(before: ReleaseManifest, after: ReleaseManifest): ManifestDifference {
  const fields = changedFields(before, after);
  const { files, unchangedFiles } = changedFiles(before.files, after.files);
  const checks = changedChecks(before, after);
  const same = formatCanonicalJson(before) === formatCanonicalJson(after);
  return { schemaVersion: 1, same, fields, files, unchangedFiles, checks };
}

function scalars({ release, signature, totals, validation, tool }: ReleaseManifest) {
  return {
    'release.name': release.name,
    'release.version': release.version,
    'release.tag': release.tag,
    'release.commit': release.commit,
    'release.date': release.date,
    'signature.path': signature.path,
    'signature.sha256': signature.sha256,
    'signature.entries': signature.entries,
    'totals.files': totals.files,
    'totals.bytes': totals.bytes,
    'validation.checksSha256': validation.checksSha256,
    'validation.passed': validation.passed,
    'validation.total': validation.total,
    'tool.name': tool.name,
    'tool.version': tool.version,
  };
}

function changedFields(before: ReleaseManifest, after: ReleaseManifest): ChangedField[] {
  const [old, now] = [scalars(before), scalars(after)];
  return (Object.keys(old) as (keyof typeof old)[])
    .filter((field) => old[field] !== now[field])
    .map((field) => ({ field, before: old[field], after: now[field] }));
}

function changedFiles(before: readonly ManifestFile[], after: readonly ManifestFile[]) {
  const old = new Map(before.map((file) => [file.path, file]));
  const now = new Map(after.map((file) => [file.path, file]));
  const removed = before.filter(({ path }) => !now.has(path));
  const files: ChangedFile[] = [];
  let unchangedFiles = 0;
  for (const file of after) {
    const was = old.get(file.path);
    if (was === undefined) files.push(arrival(file, removed));
    else if (formatCanonicalJson(was) === formatCanonicalJson(file)) unchangedFiles += 1;
    else files.push({ change: 'changed', path: file.path, before: was, after: file });
  }
  const gone = removed.map((file) => ({
    change: 'removed' as const,
    path: file.path,
    before: file,
  }));
  files.push(...gone);
  files.sort((a, b) => compareCodePoints(a.path, b.path));
  return { files, unchangedFiles };
}

// Takes the file it came from out of `removed`, so that each is the origin of one only.
function arrival(file: ManifestFile, removed: ManifestFile[]): ChangedFile {
  const at = removed.findIndex(({ sha256, size }) => sha256 === file.sha256 && size === file.size);
  const [origin] = at < 0 ? [] : removed.splice(at, 1);
  return origin === undefined
    ? { change: 'added', path: file.path, after: file }
    : { change: 'renamed', from: origin.path, path: file.path, after: file };
}

function changedChecks(before: ReleaseManifest, after: ReleaseManifest): ChangedCheck[] {
  const facts = ({ validation }: ReleaseManifest) =>
    new Map(
      validation.checks.map((check) => [
        check.name,
        `${check.passed ? 'passed' : 'failed'}: ${check.detail}`,
      ]),
    );
  const [old, now] = [facts(before), facts(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((name) => ({ name, before: old.get(name) ?? null, after: now.get(name) ?? null }))
    .filter((check) => check.before !== check.after);
}

import { compareCodePoints } from '@nx-zenodo/fixity';
import * as v from 'valibot';
import { totalsOf } from './build-manifest.js';
import { finding, throwFindings } from './manifest-error.js';
import { releaseManifestSchema } from './release-manifest.js';
import type { ReleaseManifest } from './release-manifest.js';

/**
 * Decodes a manifest and holds what its shape alone does not say: sorted, no path twice, totals right, the
 * signature among the files. Throws ManifestError NZ2503 with every fault and its field.
 */
export function decodeManifest(value: unknown): ReleaseManifest {
  const outcome = v.safeParse(releaseManifestSchema, value);
  throwFindings(
    (outcome.issues ?? []).map((issue) => {
      const field = v.getDotPath(issue) ?? '';
      return fault(field, issue.message);
    }),
  );
  const manifest = outcome.output as ReleaseManifest;
  throwFindings([...order(manifest), ...sums(manifest), ...signature(manifest)]);
  return manifest;
}

const fault = (field: string, message: string) =>
  finding('NZ2503', `${field === '' ? 'The manifest' : field}: ${message}.`, { field });

function order({ files }: ReleaseManifest) {
  return files.flatMap(({ path }, index) => {
    const before = files[index - 1];
    if (before === undefined || compareCodePoints(before.path, path) < 0) return [];
    return [
      fault(`files.${index}.path`, before.path === path ? 'stands twice' : 'is out of order'),
    ];
  });
}

function sums({ files, totals, validation }: ReleaseManifest) {
  const real = totalsOf(files);
  const passed = validation.checks.filter((check) => check.passed).length;
  return [
    ...(real.files === totals.files ? [] : [fault('totals.files', `${real.files} are listed`)]),
    ...(real.bytes === totals.bytes
      ? []
      : [fault('totals.bytes', `the sizes sum to ${real.bytes}`)]),
    ...(passed === validation.passed ? [] : [fault('validation.passed', `${passed} are shown`)]),
  ];
}

function signature({ files, signature: { path, size, sha256 } }: ReleaseManifest) {
  const signatures = files.filter(({ role }) => role === 'signature');
  const [only] = signatures;
  const same = only?.path === path && only.size === size && only.sha256 === sha256;
  return signatures.length === 1 && same
    ? []
    : [fault('signature', 'is not the one among the files')];
}

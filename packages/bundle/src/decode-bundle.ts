import * as v from 'valibot';
import { bundleSchema } from './bundle.js';
import type { Bundle } from './bundle.js';
import { finding, throwFindings } from './bundle-error.js';
import { checkZenodoLimits } from './limits/zenodo-limits.js';

/**
 * Decodes a bundle that was written to disk, and holds it against Zenodo's limits again. Throws BundleError
 * NZ4009 with the field of every fault, or NZ4001 to NZ4005.
 */
export function decodeBundle(value: unknown): Bundle {
  const outcome = v.safeParse(bundleSchema, value);
  throwFindings(
    (outcome.issues ?? []).map((issue) => {
      const field = v.getDotPath(issue) ?? '';
      const subject = field === '' ? 'The bundle' : field;
      return finding('NZ4009', `${subject}: ${issue.message}.`, { field });
    }),
  );
  const bundle = outcome.output as Bundle;
  throwFindings(checkZenodoLimits(bundle.entries));
  return bundle;
}

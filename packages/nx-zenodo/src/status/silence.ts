import { unknown } from '@nx-zenodo/finalize';
import type { Fact } from '@nx-zenodo/finalize';
import { isCodedError } from '@nx-zenodo/findings';

/** Whoever does not answer, and a document that cannot be read, leave a question open; other errors are thrown. */
export function silence(error: unknown): Fact<never> {
  if (!isCodedError(error)) throw error;
  return unknown(error.findings[0].message);
}

import { createRequire } from 'node:module';
import type Sanitize from 'sanitize-html';

let loaded: typeof Sanitize | undefined;

/**
 * The sanitiser, loaded with the first text that needs it: it takes a third of the time that this package
 * takes to load, and a deposit to a local Zenodo, which brings the pages along, shows none.
 */
export function sanitizer(): typeof Sanitize {
  loaded ??= createRequire(import.meta.url)('sanitize-html') as typeof Sanitize;
  return loaded;
}

import { buildBundle, BundleError } from '../index.js';
import type { BundleRequest } from '../index.js';

/** Code and file of each finding that keeps a bundle from being built; fails when it is built all the same. */
export async function bundleRefusal(
  request: BundleRequest,
): Promise<[string, string | undefined][]> {
  const thrown = await buildBundle(request).then(
    () => new Error('it was accepted'),
    (error: unknown) => error,
  );
  if (!(thrown instanceof BundleError)) throw thrown;
  return thrown.findings.map(({ code, place }) => [code, place?.file]);
}

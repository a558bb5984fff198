import { toJsonSchema } from '@valibot/to-json-schema';
import { writtenReleaseConfigSchema } from './schema.js';

/** JSON Schema (draft-07) of zenodo.release.json, for editors; rules it cannot say are left out. */
export function releaseConfigSchema(): Record<string, unknown> {
  return toJsonSchema(writtenReleaseConfigSchema, {
    typeMode: 'input',
    errorMode: 'ignore',
  }) as Record<string, unknown>;
}

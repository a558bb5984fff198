import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { writtenArchiveConfigSchema } from '../archive/archive-schema.js';
import { writtenReleaseConfigSchema } from './schema.js';

/** JSON Schema (draft-07) of zenodo.release.json, for editors; rules it cannot say are left out. */
export function releaseConfigSchema(): Record<string, unknown> {
  return editorSchema(writtenReleaseConfigSchema);
}

/** The same of zenodo.archive.json. */
export function archiveConfigSchema(): Record<string, unknown> {
  return editorSchema(writtenArchiveConfigSchema);
}

function editorSchema(schema: GenericSchema): Record<string, unknown> {
  const json = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' });
  return json as Record<string, unknown>;
}

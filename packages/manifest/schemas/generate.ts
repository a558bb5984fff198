// Writes the JSON Schema of RELEASE_MANIFEST.json from the value it is said in. Run from the repository root:
//   node --conditions=@nx-zenodo/source --import @swc-node/register/esm-register packages/manifest/schemas/generate.ts
import { writeFileSync } from 'node:fs';
import { releaseManifestSchema } from '@nx-zenodo/manifest';
import { toJsonSchema } from '@valibot/to-json-schema';
import { format } from 'prettier';

const { $schema, ...schema } = toJsonSchema(releaseManifestSchema, { errorMode: 'ignore' });
const text = JSON.stringify({ $schema, $id: 'urn:nx-zenodo:release-manifest:1', ...schema });
const target = new URL('release-manifest.schema.json', import.meta.url);
writeFileSync(target, await format(text, { parser: 'json', printWidth: 100 }));

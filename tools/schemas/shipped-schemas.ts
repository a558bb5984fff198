import { releaseManifestSchema } from '@nx-zenodo/manifest';
import { depositFileSchema } from '@nx-zenodo/metadata';
import { toJsonSchema } from '@valibot/to-json-schema';
import { generatedSchemas } from 'nx-zenodo';

/** Every JSON Schema that a package of this workspace ships, by path below `packages`. */
export function shippedSchemas(): Record<string, unknown> {
  const ofPlugin = Object.entries(generatedSchemas());
  return {
    ...Object.fromEntries(ofPlugin.map(([path, schema]) => [`nx-zenodo/${path}`, schema])),
    'metadata/schemas/zenodo.metadata.schema.json': fileSchema(
      'urn:nx-zenodo:zenodo-metadata:1',
      depositFileSchema,
    ),
    'manifest/schemas/release-manifest.schema.json': fileSchema(
      'urn:nx-zenodo:release-manifest:1',
      releaseManifestSchema,
    ),
  };
}

// What JSON Schema cannot say of a value (a path that stays below the root) is left to the decoder.
function fileSchema($id: string, said: Parameters<typeof toJsonSchema>[0]): unknown {
  const { $schema, ...schema } = toJsonSchema(said, { errorMode: 'ignore' });
  return { $schema, $id, ...schema };
}

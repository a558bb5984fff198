import { toJsonSchema } from '@valibot/to-json-schema';
import { generatorOptions } from './options.js';
import type { GeneratorName } from './options.js';

/**
 * The schema.json of a generator, as Nx reads it (Nx 23, "Generator schema"); what stands in
 * `v.metadata` (x-prompt, $default) goes into it as it is.
 */
export function generatorSchema(name: GeneratorName): Record<string, unknown> {
  const schema = toJsonSchema(generatorOptions[name], {
    typeMode: 'input',
    errorMode: 'ignore',
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'metadata' && 'metadata' in valibotAction
        ? { ...jsonSchema, ...(valibotAction.metadata as object) }
        : null,
  });
  return {
    ...schema,
    $schema: 'https://json-schema.org/schema',
    $id: `nx-zenodo-${name}`,
    title: `nx-zenodo:${name}`,
    cli: 'nx',
  };
}

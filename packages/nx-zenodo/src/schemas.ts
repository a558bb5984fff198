import { executorSchema } from './executors/executor-schema.js';
import { executorOptions } from './executors/options.js';
import type { ExecutorName } from './executors/options.js';
import { generatorSchema } from './generators/generator-schema.js';
import { generatorOptions } from './generators/options.js';
import type { GeneratorName } from './generators/options.js';
import { archiveConfigSchema, releaseConfigSchema } from './release-config/json-schema.js';

/** Every JSON Schema that this package ships, by path in the package, made from the one value that says it. */
export function generatedSchemas(): Record<string, unknown> {
  const names = Object.keys(executorOptions) as ExecutorName[];
  const generators = Object.keys(generatorOptions) as GeneratorName[];
  return {
    'schemas/zenodo.release.schema.json': releaseConfigSchema(),
    'schemas/zenodo.archive.schema.json': archiveConfigSchema(),
    ...Object.fromEntries(
      names.map((name) => [`src/executors/${name}/schema.json`, executorSchema(name)]),
    ),
    ...Object.fromEntries(
      generators.map((name) => [`src/generators/${name}/schema.json`, generatorSchema(name)]),
    ),
  };
}

import { toJsonSchema } from '@valibot/to-json-schema';
import { executorOptions } from './options.js';
import type { ExecutorName } from './options.js';

/** The schema.json of an executor, as Nx reads it (Nx 23, "Executor schema"). */
export function executorSchema(name: ExecutorName): Record<string, unknown> {
  const schema = toJsonSchema(executorOptions[name], { typeMode: 'input' });
  return {
    ...schema,
    $schema: 'https://json-schema.org/schema',
    version: 2,
    title: `nx-zenodo:${name}`,
    cli: 'nx',
  };
}

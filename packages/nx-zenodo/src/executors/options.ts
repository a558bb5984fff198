import type * as v from 'valibot';
import { archiveOptions } from './archive-options.js';
import { chainOptions } from './chain-options.js';
import { statusOptions } from './status-options.js';
import { zenodoOptions } from './zenodo-options.js';

/** Options of every executor, by name; each schema.json is generated from here. */
export const executorOptions = {
  ...chainOptions,
  ...zenodoOptions,
  ...statusOptions,
  ...archiveOptions,
};

/** Name of an executor of this plugin. */
export type ExecutorName = keyof typeof executorOptions;

/** Options of an executor as a person may give them. */
export type WrittenOptions<Name extends ExecutorName> = v.InferInput<
  (typeof executorOptions)[Name]
>;

/** Options of an executor with every default in. */
export type Options<Name extends ExecutorName> = v.InferOutput<(typeof executorOptions)[Name]>;

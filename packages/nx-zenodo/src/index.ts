export { environmentApis, resolveEnvironment } from './environment/environment.js';
export type { Environment, EnvironmentName } from './environment/environment.js';
export type { ExecutorName, Options, WrittenOptions } from './executors/options.js';
export { pluginVersion } from './plugin-version.js';
export { parseReleaseConfig } from './release-config/parse.js';
export type { ReleaseConfig } from './release-config/release-config.js';
export type { WrittenReleaseConfig } from './release-config/schema.js';
export { generatedSchemas } from './schemas.js';

export type { FieldOrigin, MetadataSource, ReleaseMetadata } from './release-metadata.js';

import type { JsonObject } from '../model/json.js';
import type { Content } from '../model/version.js';
import { toLegacyMetadata } from './legacy-metadata.js';

/** `metadata` of the default record face, without what concerns versions and communities. */
export function toRecordMetadata(content: Content): JsonObject {
  const { license, upload_type, ...rest } = toLegacyMetadata(content);
  return {
    ...rest,
    resource_type:
      upload_type === undefined ? undefined : { title: upload_type, type: upload_type },
    license: typeof license === 'string' ? { id: license } : license,
  };
}

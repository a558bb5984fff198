import { resourceType } from '@nx-zenodo/zenodo-api';

/** The schema.org class of a resource type id, as Zenodo's vocabulary has it; `CreativeWork` where it has none. */
export function schemaType(id: string): string {
  return resourceType(id)?.schemaOrg ?? 'CreativeWork';
}

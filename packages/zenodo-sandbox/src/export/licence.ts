import type { RdmRights } from '@nx-zenodo/zenodo-api';
import { vocabulary } from '../vocabulary/vocabulary.js';

/** Name and address of a licence: those of the vocabulary, or those that its depositor wrote. */
export function tellLicence({ id = '', title, link }: RdmRights): { title: string; url?: string } {
  const term = vocabulary('licenses')?.get(id);
  const url = term?.props?.['url'] ?? link;
  return {
    title: title?.['en'] ?? term?.title['en'] ?? id,
    ...(url === undefined ? {} : { url }),
  };
}

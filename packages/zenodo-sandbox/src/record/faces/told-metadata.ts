import type { RdmMetadata } from '@nx-zenodo/zenodo-api';
import { isJsonObject } from '../../model/json.js';
import { vocabulary } from '../../vocabulary/vocabulary.js';

/**
 * `metadata` as it is answered: what was given as an id of a vocabulary comes with what the
 * vocabulary says of it (invenio-records, relations; answers of Zenodo recorded in 2025).
 */
export function tellMetadata(metadata: RdmMetadata): object {
  const { resource_type, creators, contributors, rights, languages, dates } = metadata;
  const { additional_titles, additional_descriptions, related_identifiers } = metadata;
  return {
    ...metadata,
    ...(resource_type && { resource_type: withTitle('resourcetypes', resource_type) }),
    ...each('creators', creators, told('role', 'creatorsroles')),
    ...each('additional_titles', additional_titles, told('type', 'titletypes')),
    ...each('additional_descriptions', additional_descriptions, told('type', 'descriptiontypes')),
    ...each('rights', rights, (entry) => withTitle('licenses', entry)),
    ...each('contributors', contributors, told('role', 'contributorsroles')),
    ...each('languages', languages, (entry) => withTitle('languages', entry)),
    ...each('dates', dates, told('type', 'datetypes')),
    ...each('related_identifiers', related_identifiers, (entry) =>
      told('resource_type', 'resourcetypes')(told('relation_type', 'relationtypes')(entry)),
    ),
  };
}

function each<Item>(
  name: keyof RdmMetadata,
  list: readonly Item[] | undefined,
  tell: (item: Item) => unknown,
): object {
  return list === undefined ? {} : { [name]: list.map(tell) };
}

function told(field: string, type: string) {
  return (entry: unknown): unknown =>
    isJsonObject(entry) && entry[field] !== undefined
      ? { ...entry, [field]: withTitle(type, entry[field]) }
      : entry;
}

function withTitle(type: string, ref: unknown): unknown {
  const id = isJsonObject(ref) ? ref['id'] : undefined;
  const term = typeof id === 'string' ? vocabulary(type)?.get(id) : undefined;
  if (term === undefined || !isJsonObject(ref)) return ref;
  // Of a licence its address is told as well; what other terms have in `props` stays in their vocabulary.
  const props = type === 'licenses' && term.props !== undefined ? { props: term.props } : {};
  return { ...ref, title: term.title, ...props };
}

import { formatEdtf } from '../../model/edtf-in-words.js';
import { isJsonObject } from '../../model/json.js';
import { formatDay } from '../../model/instant.js';
import type { Revision, Version } from '../../model/version.js';
import { accessStatus } from '../../search/document.js';

/**
 * `ui` of the native face: what the pages of Zenodo show, in English. `metadata` is that of the
 * answer, with the titles of its terms.
 */
export function uiOf(shown: Revision, version: Version, metadata: object): object {
  const { publication_date = '', description } = shown.content.metadata;
  const { resource_type, rights, languages, additional_descriptions } = metadata as Told;
  const { creators, contributors, version: number } = shown.content.metadata;
  return {
    publication_date_l10n_medium: formatEdtf(publication_date, 'medium'),
    publication_date_l10n_long: formatEdtf(publication_date, 'long'),
    created_date_l10n_long: formatEdtf(version.created.slice(0, 10), 'long'),
    updated_date_l10n_long: formatEdtf(shown.updated.slice(0, 10), 'long'),
    ...(resource_type === undefined ? {} : { resource_type: inEnglish(resource_type) }),
    ...(rights === undefined ? {} : { rights: rights.map(inEnglish) }),
    ...(languages === undefined ? {} : { languages: languages.map(inEnglish) }),
    ...(additional_descriptions === undefined
      ? {}
      : { additional_descriptions: additional_descriptions.map(typeInEnglish) }),
    custom_fields: {},
    access_status: statusInWords(shown),
    ...(creators === undefined ? {} : { creators: people('creators', creators) }),
    ...(contributors === undefined ? {} : { contributors: people('contributors', contributors) }),
    description_stripped: (description ?? '').replace(/<[^>]*>/g, ''),
    version: number,
    is_draft: version.record === undefined,
  };
}

interface Told {
  readonly resource_type?: unknown;
  readonly rights?: readonly unknown[];
  readonly languages?: readonly unknown[];
  readonly additional_descriptions?: readonly unknown[];
}

function inEnglish(term: unknown): unknown {
  if (!isJsonObject(term)) return term;
  const { title, ...rest } = term;
  return isJsonObject(title) ? { ...rest, title_l10n: title['en'] } : term;
}

function typeInEnglish(entry: unknown): unknown {
  return isJsonObject(entry) ? { ...entry, type: inEnglish(entry['type']) } : entry;
}

type People = NonNullable<Revision['content']['metadata']['creators']>;

// Affiliations are numbered over all people: `[1, NAME, ID]`, and each person has the numbers.
function people(name: string, list: People): object {
  const numbers = new Map<string, [number, string, string | null]>();
  const told = list.map(({ affiliations, ...person }) => ({
    ...person,
    ...(affiliations === undefined
      ? {}
      : {
          affiliations: affiliations.map(({ id = null, name: title = '' }) => {
            const known = numbers.get(title) ?? [numbers.size + 1, title, id];
            numbers.set(title, known);
            return [known[0], title];
          }),
        }),
  }));
  return { affiliations: [...numbers.values()], [name]: told };
}

/** Words and signs of invenio-rdm-records, resources/serializers/ui/fields/access.py. */
function statusInWords(shown: Revision): object {
  const id = accessStatus(shown);
  const until = shown.content.access.embargo?.until ?? formatDay(new Date(0));
  const date = id === 'embargoed' ? formatEdtf(until, 'long') : null;
  const words = {
    open: ['Open', 'The record and files are publicly accessible.', 'unlock', ''],
    embargoed: [
      'Embargoed',
      `The files will be made publicly available on ${date}.`,
      'outline clock',
      'warning',
    ],
    restricted: [
      'Restricted',
      'The record is publicly accessible, but files are restricted to users with access.',
      'ban',
      'negative',
    ],
  }[id];
  const [title_l10n, description_l10n, icon, message_class] = words;
  return { id, title_l10n, description_l10n, icon, embargo_date_l10n: date, message_class };
}

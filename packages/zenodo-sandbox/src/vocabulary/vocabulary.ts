import { viewLicence } from '@nx-zenodo/record-page';
import {
  contributorRoleIds,
  dateTypes,
  languageIds,
  legacyContributorType,
  legacyRelation,
  licenseIds,
  relationTypeIds,
  resourceTypes,
} from '@nx-zenodo/zenodo-api';

/** One term of a controlled vocabulary, in the shape of invenio-vocabularies. */
export interface Term {
  readonly id: string;
  readonly title: Readonly<Record<string, string>>;
  readonly props?: Readonly<Record<string, string>>;
  readonly tags?: readonly string[];
}

const english = (title: string) => ({ en: title });

// `isSupplementTo` is `Is supplement to`.
function inWords(name: string): string {
  const words = name.replace(/(?!^)[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const named = (ids: readonly string[], nameOf: (id: string) => string | null) =>
  ids.map((id): Term => ({ id, title: english(inWords(nameOf(id) ?? id)) }));

// Of these licences the text is named, not the summary that people are shown.
const creativeCommons = 'https://creativecommons.org/';

function licences(): Term[] {
  return licenseIds().map((id) => {
    const { title, url } = viewLicence({ id });
    const address = url?.startsWith(creativeCommons) === true ? `${url}legalcode` : url;
    const props = { scheme: 'spdx', ...(address === undefined ? {} : { url: address }) };
    return { id, title: english(title), props };
  });
}

function types(): Term[] {
  return resourceTypes().map(({ id, title, type, subtype, dataciteGeneral, csl, schemaOrg }) => ({
    id,
    title: english(title),
    props: {
      type,
      subtype: subtype === null ? '' : id,
      datacite_general: dataciteGeneral,
      csl,
      'schema.org': `https://schema.org/${schemaOrg}`,
    },
  }));
}

function languages(): Term[] {
  const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
  return [...languageIds()].map((id) => ({
    id,
    title: english(names.of(id) ?? id),
    tags: ['individual', 'living'],
  }));
}

const descriptionTypes =
  'abstract methods series-information table-of-contents technical-info other notes';
const titleTypes = 'alternative-title subtitle translated-title other';
const removalReasons = 'retracted spam copyright duplicate out-of-scope test-record other';
const listed = (ids: string): Term[] =>
  ids.split(' ').map((id) => ({ id, title: english(inWords(id.replaceAll('-', ' '))) }));

const sources: Readonly<Record<string, () => Term[]>> = {
  licenses: licences,
  resourcetypes: types,
  languages,
  relationtypes: () => named(relationTypeIds(), legacyRelation),
  contributorsroles: () => named(contributorRoleIds(), legacyContributorType),
  creatorsroles: () => named(contributorRoleIds(), legacyContributorType),
  datetypes: () => named(dateTypes(), (id) => id),
  descriptiontypes: () => listed(descriptionTypes),
  titletypes: () => listed(titleTypes),
  removalreasons: () => listed(removalReasons),
};

const made = new Map<string, ReadonlyMap<string, Term>>();

/** The terms of a vocabulary by id, in its own order; `undefined` for one that is not kept here. */
export function vocabulary(type: string): ReadonlyMap<string, Term> | undefined {
  const known = made.get(type);
  if (known !== undefined || !Object.hasOwn(sources, type)) return known;
  const terms = new Map((sources[type]?.() ?? []).map((term) => [term.id, term]));
  made.set(type, terms);
  return terms;
}

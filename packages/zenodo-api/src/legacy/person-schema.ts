import { normalizeIdentifier } from '../identifiers/normalize.js';
import { isGnd, isIsni, isOrcid, isRor } from '../identifiers/schemes.js';
import { cleanText } from '../text/clean-text.js';
import { fieldError } from './field-error.js';
import type { RdmCreator, RdmIdentifier, RdmPersonOrOrg, VocabularyRef } from './rdm-metadata.js';
import { listRule, objectRule, textRule } from './schema-reader.js';

/** Schemes of a person or organisation with the label of Zenodo's messages. */
const PERSON_SCHEMES: Readonly<Record<string, { label: string; test: (text: string) => boolean }>> =
  {
    orcid: { label: 'ORCID', test: isOrcid },
    isni: { label: 'ISNI', test: isIsni },
    gnd: { label: 'GND', test: isGnd },
    ror: { label: 'ROR', test: isRor },
  };

export const text = textRule(cleanText);
export const vocabularyRef = objectRule<Partial<VocabularyRef>>({ id: text }, { required: ['id'] });

const personIdentifier = objectRule<RdmIdentifier>(
  { identifier: text, scheme: text },
  {
    whole: ({ identifier, scheme }, path) => {
      const known = scheme !== undefined && Object.hasOwn(PERSON_SCHEMES, scheme);
      const rule = known ? PERSON_SCHEMES[scheme] : undefined;
      if (rule === undefined) return [fieldError(`${path}.scheme`, 'Invalid scheme.')];
      if (identifier !== undefined && rule.test(identifier)) return [];
      return [fieldError(`${path}.identifier`, `Invalid ${rule.label} identifier.`)];
    },
    finish: ({ identifier = '', scheme = '' }) => ({
      identifier: normalizeIdentifier(identifier, scheme),
      scheme,
    }),
  },
);

function displayName(person: RdmPersonOrOrg): string | undefined {
  if (person.type === 'organizational') return person.name;
  return [person.family_name, person.given_name].filter(Boolean).join(', ');
}

const personOrOrg = objectRule<RdmPersonOrOrg>(
  {
    type: textRule(cleanText, (type) =>
      type === 'personal' || type === 'organizational'
        ? null
        : 'Invalid value. Choose one of personal, organizational.',
    ) as never,
    family_name: text,
    given_name: text,
    name: text,
    identifiers: listRule(personIdentifier),
  },
  {
    required: ['type'],
    whole: (person, path) => {
      if (person.type === 'organizational') {
        return person.name ? [] : [fieldError(`${path}.name`, 'Name cannot be blank.')];
      }
      if (person.family_name) return [];
      return [fieldError(`${path}.family_name`, 'Family name cannot be blank.')];
    },
    finish: (person) => {
      const name = displayName(person);
      return name === undefined ? person : { ...person, name };
    },
  },
);

const affiliation = objectRule<{ id?: string; name?: string }>(
  { id: text, name: text },
  {
    whole: ({ id, name }, path) =>
      id || name
        ? []
        : [
            fieldError(
              `${path}.affiliations`,
              'An existing id or a free text name must be present.',
            ),
          ],
  },
);

const members = {
  person_or_org: personOrOrg,
  role: vocabularyRef,
  affiliations: listRule(affiliation),
};

/** A creator: the role is optional. */
export const creator = objectRule<RdmCreator>(members, { required: ['person_or_org'] });

/** A contributor: the role is needed. */
export const contributor = objectRule<RdmCreator>(members, { required: ['person_or_org', 'role'] });

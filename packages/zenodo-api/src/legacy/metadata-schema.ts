import { RELATED_IDENTIFIER_SCHEMES } from '../identifiers/detect.js';
import { RECORD_HTML } from '../html/allowed-html.js';
import { sanitizeHtml } from '../html/sanitize-html.js';
import { cleanText } from '../text/clean-text.js';
import { isEdtfDateTime, isEdtfLevel0 } from '../text/edtf.js';
import type { JsonObject } from './dynamic-value.js';
import { isObject, isTruthy, ownValue } from './dynamic-value.js';
import { REQUIRED, fieldError } from './field-error.js';
import type { FieldError } from './field-error.js';
import { contributor, creator, text, vocabularyRef } from './person-schema.js';
import type {
  RdmDate,
  RdmDescription,
  RdmFeature,
  RdmFunding,
  RdmIdentifier,
  RdmMetadata,
  RdmRelatedIdentifier,
  RdmRights,
} from './rdm-metadata.js';
import { listRule, objectRule, textRule } from './schema-reader.js';
import type { FieldRule } from './schema-reader.js';

const VERSION_LENGTH = 191;

const atLeast3 = (written: string): string | null =>
  [...written].length < 3 ? 'Shorter than minimum length 3.' : null;
const html = textRule((written) => sanitizeHtml(written, RECORD_HTML), atLeast3);
const dateRule = (test: (written: string) => boolean): FieldRule<string> =>
  textRule(
    (written) => written,
    (written) => (test(written) ? null : 'Please provide a valid date or interval.'),
  );
const edtf = dateRule(isEdtfLevel0);
const edtfOrTime = dateRule((written) => isEdtfLevel0(written) || isEdtfDateTime(written));
const anything: FieldRule<never> = (value) => ({ kept: value as never });

const description = objectRule<RdmDescription>(
  { description: html, type: vocabularyRef },
  { required: ['description', 'type'] },
);

const subject = objectRule<{ id?: string; subject?: string }>(
  { id: text, subject: text },
  {
    whole: (kept, path) =>
      kept.id || kept.subject
        ? []
        : [
            fieldError(
              `${path}.subjects`,
              'An existing id or a free text subject must be present.',
            ),
          ],
  },
);

const schemeErrors = ({ identifier, scheme }: RdmIdentifier, path: string): FieldError[] => {
  if (!identifier) return [fieldError(`${path}.identifier`, REQUIRED)];
  if (!scheme) return [fieldError(`${path}.scheme`, 'No valid scheme recognized for identifier.')];
  return RELATED_IDENTIFIER_SCHEMES.has(scheme)
    ? []
    : [fieldError(`${path}.scheme`, 'Invalid scheme.')];
};

const related = objectRule<RdmRelatedIdentifier>(
  { identifier: text, scheme: text, relation_type: vocabularyRef, resource_type: vocabularyRef },
  { required: ['relation_type'], whole: schemeErrors },
);
const alternate = objectRule<RdmIdentifier>(
  { identifier: text, scheme: text },
  { whole: schemeErrors },
);

const uniqueIdentifiers: FieldRule<RdmIdentifier[]> = (value, path, errors) => {
  const read = listRule(alternate)(value, path, errors);
  const keys = (read?.kept ?? []).map(({ scheme, identifier }) =>
    JSON.stringify([scheme, identifier]),
  );
  if (new Set(keys).size === keys.length) return read;
  // A rule on the list itself: the draft loses the whole list.
  errors.push(fieldError(path, 'Duplicated identifier entry is not allowed.'));
  return null;
};

const date = objectRule<RdmDate>(
  { date: edtfOrTime, type: vocabularyRef, description: text },
  { required: ['date', 'type'] },
);

const geometry: FieldRule<NonNullable<RdmFeature['geometry']>> = (value, path, errors) => {
  const type = isObject(value) ? ownValue(value, 'type') : undefined;
  const written = isObject(value) ? ownValue(value, 'coordinates') : undefined;
  if (type !== 'Point') return typeof type === 'string' ? { kept: value as never } : null;
  const numbers = Array.isArray(written) ? written.map((item: unknown) => toNumber(item)) : [];
  const coordinates = numbers.filter(Number.isFinite);
  if (coordinates.length < numbers.length || coordinates.length < 2) {
    errors.push(fieldError(`${path}.coordinates`, 'Not a valid number.'));
  }
  // What is right of a point stays in the draft and stops publishing.
  return { kept: { type, coordinates } };
};

/** A number, or a text that Python reads as one. */
const toNumber = (value: unknown): number => {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return NaN;
  const isDecimal =
    /^\s*[+-]?(?:\d(?:_?\d)*\.?(?:\d(?:_?\d)*)?|\.\d(?:_?\d)*)(?:e[+-]?\d(?:_?\d)*)?\s*$/i;
  return isDecimal.test(value) ? Number(value.replaceAll('_', '')) : NaN;
};

const feature = objectRule<RdmFeature>(
  { place: text, description: text, geometry },
  {
    whole: (kept, path) =>
      kept.geometry || kept.place || kept.description
        ? []
        : [
            fieldError(
              `${path}.locations`,
              "At least one of ['geometry', 'place', 'identifiers', 'description'] must be present.",
            ),
          ],
  },
);

/** A funder or award: its id is cleaned, what else was written stays; one of `names` must say something. */
const fundingPart =
  (field: string, names: readonly string[], message: string): FieldRule<never> =>
  (value, path, errors) => {
    if (!isObject(value)) return anything(value, path, errors);
    const id = ownValue(value, 'id');
    const kept = typeof id === 'string' ? { ...value, id: cleanText(id) } : value;
    if (!names.some((name) => isTruthy(ownValue(kept, name)))) {
      errors.push(fieldError(`${path}.${field}`, message));
    }
    return { kept: kept as never };
  };
const funding = objectRule<RdmFunding>({
  funder: fundingPart(
    'funder',
    ['id', 'name'],
    'An existing id or a free text name must be present.',
  ),
  award: fundingPart(
    'award',
    ['id', 'number', 'title'],
    'An existing id or either number or title must be present.',
  ),
});
const rights = objectRule<RdmRights>({
  id: text,
  title: anything,
  description: anything,
  link: text,
});
const reference = objectRule<RdmIdentifier & { reference?: string }>(
  { reference: text, identifier: text, scheme: text },
  { required: ['reference'] },
);

const creators: FieldRule<never> = (value, path, errors) => {
  const read = listRule(creator)(value, path, errors);
  if (Array.isArray(value) && value.length === 0) errors.push(fieldError(path, REQUIRED));
  return read as never;
};

const metadata = objectRule<RdmMetadata>(
  {
    resource_type: vocabularyRef,
    creators,
    title: textRule(cleanText, atLeast3),
    publication_date: edtf,
    publisher: text,
    description: html,
    additional_descriptions: listRule(description),
    additional_titles: anything,
    rights: listRule(rights),
    contributors: listRule(contributor),
    subjects: listRule(subject),
    languages: listRule(vocabularyRef),
    dates: listRule(date),
    version: textRule(cleanText, (written) =>
      [...written].length > VERSION_LENGTH ? `Longer than maximum length ${VERSION_LENGTH}.` : null,
    ),
    identifiers: uniqueIdentifiers,
    related_identifiers: listRule(related),
    locations: objectRule<{ readonly features: readonly RdmFeature[] }>({
      features: listRule(feature),
    }),
    funding: listRule(funding),
    references: listRule(reference),
  },
  { required: ['resource_type', 'creators', 'title', 'publication_date'] },
);

/** What InvenioRDM's record schema keeps of a draft's metadata, and everything it complains about. */
export interface CheckedMetadata {
  readonly metadata: RdmMetadata;
  /** With InvenioRDM's field names, e.g. `metadata.creators.0.person_or_org.family_name`. */
  readonly errors: readonly FieldError[];
}

/**
 * The record schema. A draft keeps what passes: a value that a rule on that one field refuses is dropped,
 * a value that a rule over a whole object refuses stays. The same errors, found again in the stored draft,
 * stop publishing.
 */
export function checkMetadata(value: JsonObject | RdmMetadata): CheckedMetadata {
  const errors: FieldError[] = [];
  const read = metadata(value, 'metadata', errors);
  return { metadata: read?.kept ?? {}, errors };
}

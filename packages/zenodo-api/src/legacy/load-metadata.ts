import { cleanText } from '../text/clean-text.js';
import { getFrom, isTruthy, iterate, ownValue } from './dynamic-value.js';
import type { JsonObject } from './dynamic-value.js';
import { NOT_A_STRING, NOT_NULL, RefusedFields, fieldError } from './field-error.js';
import type { FieldError } from './field-error.js';
import {
  loadAlternateIdentifiers,
  loadRelatedIdentifiers,
  partIdentifiers,
} from './load-identifiers.js';
import { checkContributors, loadContributors, loadCreators } from './load-people.js';
import {
  loadDates,
  loadDescriptions,
  loadFunding,
  loadLanguages,
  loadLocations,
  loadResourceType,
  loadRights,
} from './load-values.js';

/** What the deserializer fills in: the day of the request, ISO 8601, UTC. */
export interface LoadContext {
  readonly today: string;
}

type Loaded = Record<string, unknown>;

/** Reads one declared field; a null is an error of its own, a refusal is kept and the rest goes on. */
class FieldReader {
  readonly errors: FieldError[] = [];
  constructor(readonly source: JsonObject) {}

  read(key: string, load: (value: unknown) => void): void {
    const value = ownValue(this.source, key);
    if (value === undefined) return;
    if (value === null) {
      this.errors.push(fieldError(`metadata.${key}`, NOT_NULL));
      return;
    }
    try {
      load(value);
    } catch (error) {
      if (!(error instanceof RefusedFields)) throw error;
      this.errors.push(...error.errors);
    }
  }

  text(key: string, keep: (text: string) => void, clean = cleanText): void {
    this.read(key, (value) => {
      if (typeof value === 'string') keep(clean(value));
      else this.errors.push(fieldError(`metadata.${key}`, NOT_A_STRING));
    });
  }
}

/** Only open and embargoed deposits get a licence that was not asked for. */
function defaultLicense(metadata: JsonObject): string | undefined {
  if (Object.hasOwn(metadata, 'license')) return undefined;
  const access = ownValue(metadata, 'access_right');
  if (isTruthy(access) && access !== 'open' && access !== 'embargoed') return undefined;
  return ownValue(metadata, 'upload_type') === 'dataset' ? 'CC0-1.0' : 'CC-BY-4.0';
}

function readFields(reader: FieldReader, result: Loaded): void {
  const { errors } = reader;
  reader.text('title', (text) => (result['title'] = text));
  reader.text('description', (text) => (result['description'] = text));
  reader.text('publication_date', (text) => (result['publication_date'] = text));
  // Declared as a plain string: no cleaning, and the record schema then drops it.
  reader.text(
    'resource_type',
    (text) => (result['resource_type'] = text),
    (text) => text,
  );
  reader.read('creators', (value) => {
    result['creators'] = loadCreators(value, 'metadata.creators', errors);
  });
  reader.text('imprint_publisher', (text) => (result['publisher'] = text));
  reader.read('grants', (value) => {
    if (isTruthy(value)) result['funding'] = loadFunding(value);
  });
  reader.read('license', (value) => (result['rights'] = loadRights(value)));
  reader.read('contributors', (value) => {
    checkContributors(value, 'metadata.contributors', errors);
    result['contributors'] = [];
  });
  reader.read('locations', (value) => (result['locations'] = loadLocations(value)));
  reader.text('version', (text) => (result['version'] = text));
  reader.read('dates', (value) => (result['dates'] = loadDates(value)));
  reader.read('references', (value) => {
    result['references'] = iterate(value).map((reference) => ({ reference }));
  });
  reader.read('language', (value) => (result['languages'] = loadLanguages(value)));
}

function readIdentifiers(reader: FieldReader, result: Loaded): void {
  const written = ownValue(reader.source, 'related_identifiers');
  if (written !== undefined) {
    const { related, alternate } = partIdentifiers(written);
    reader.read('related_identifiers', () => {
      if (related.length > 0 || alternate.length === 0) {
        result['related_identifiers'] = loadRelatedIdentifiers(related);
      }
    });
    reader.read('related_identifiers', () => {
      if (alternate.length > 0) result['identifiers'] = loadAlternateIdentifiers(alternate);
    });
    if (alternate.length > 0) return;
  }
  reader.read('alternate_identifiers', (value) => {
    result['identifiers'] = loadAlternateIdentifiers(value);
  });
}

/**
 * Zenodo's deserializer for `metadata` of the deposit API, also used for `.zenodo.json`: gives InvenioRDM's
 * shape, still unchecked by its schema. Throws RefusedFields (400) or UnexpectedValue (500).
 */
export function loadMetadata(metadata: unknown, context: LoadContext): Loaded {
  // The order of the checks decides which complaint is heard: identifiers first, then all fields at once.
  const written = getFrom(metadata, 'related_identifiers');
  if (written !== undefined) partIdentifiers(written);
  const given = metadata as JsonObject;
  const license = defaultLicense(given);
  const source = license === undefined ? given : { ...given, license };
  const result: Loaded = { publication_date: context.today, publisher: 'Zenodo' };
  const reader = new FieldReader(source);
  readFields(reader, result);
  readIdentifiers(reader, result);
  if (reader.errors.length > 0) throw new RefusedFields(reader.errors);
  addDerived(source, result);
  return result;
}

function addDerived(source: JsonObject, result: Loaded): void {
  const resourceType = loadResourceType(source);
  if (resourceType !== undefined) result['resource_type'] = resourceType;
  const contributors = loadContributors(source);
  if (contributors.length > 0) result['contributors'] = contributors;
  const descriptions = loadDescriptions(source);
  if (descriptions.length > 0) result['additional_descriptions'] = descriptions;
  const keywords = getFrom(source, 'keywords');
  if (isTruthy(keywords)) result['subjects'] = iterate(keywords).map((subject) => ({ subject }));
}

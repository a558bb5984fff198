import { DEFAULT_FUNDER_DOI, funderByDoi } from '../vocabularies/funders.js';
import { threeLetterLanguage } from '../vocabularies/languages.js';
import { matchLicense } from '../vocabularies/licenses.js';
import {
  expectString,
  getFrom,
  isObject,
  isTruthy,
  itemOf,
  iterate,
  pythonRepr,
  pythonText,
  pythonType,
} from './dynamic-value.js';
import { RefusedFields, UnexpectedValue, fieldError } from './field-error.js';

const refuse = (field: string, message: string): never => {
  throw new RefusedFields([fieldError(field, message)]);
};

/** A string or an object with `id`; anything but a known licence refuses the request. */
export function loadRights(value: unknown): unknown[] {
  const id = isObject(value) ? itemOf(value, 'id') : value;
  if (typeof id !== 'string') {
    const expected = `(expected string, or object with 'id' key): ${pythonRepr(value)}`;
    return refuse('metadata.license', `Invalid license value provided ${expected}`);
  }
  const match = matchLicense(id);
  if (match === null) return refuse('metadata.license', `Invalid license provided: ${id}`);
  return ['id' in match ? match : { title: { en: match.title } }];
}

/** `funder::number`, or a bare number of the European Commission. */
export function loadFunding(value: unknown): unknown[] {
  return iterate(value).map((grant) => {
    const id = itemOf(grant, 'id');
    const text = expectString(id, 'split');
    const at = text.indexOf('::');
    const doi = at < 0 ? DEFAULT_FUNDER_DOI : text.slice(0, at);
    const number = at < 0 ? text : text.slice(at + 2);
    const funder = funderByDoi(doi)?.ror ?? doi;
    return { funder: { id: funder }, award: { id: `${funder}::${number}` } };
  });
}

/** Points keep their coordinates only when neither is zero. */
export function loadLocations(value: unknown): unknown {
  const features = iterate(value).map((location) => {
    const lat = getFrom(location, 'lat');
    const lon = getFrom(location, 'lon');
    const description = getFrom(location, 'description');
    return {
      place: itemOf(location, 'place'),
      ...(isTruthy(lat) && isTruthy(lon)
        ? { geometry: { type: 'Point', coordinates: [lon, lat] } }
        : {}),
      ...(isTruthy(description) ? { description } : {}),
    };
  });
  return { features };
}

/** A date or `start/end`; the type in lower case. */
export function loadDates(value: unknown): unknown[] {
  return iterate(value).map((item) => {
    const start = getFrom(item, 'start');
    const end = getFrom(item, 'end');
    const description = getFrom(item, 'description');
    if (!isTruthy(start) && !isTruthy(end)) refuse('metadata.dates', 'Invalid date provided.');
    const date =
      isTruthy(start) && isTruthy(end)
        ? `${pythonText(start)}/${pythonText(end)}`
        : isTruthy(start)
          ? start
          : end;
    return {
      date,
      type: { id: expectString(itemOf(item, 'type'), 'lower').toLowerCase() },
      ...(isTruthy(description) ? { description } : {}),
    };
  });
}

/** A three-letter code as it is; a two-letter code by ISO 639-1, null where it has none. */
export function loadLanguages(value: unknown): unknown[] {
  if (typeof value !== 'string' && !Array.isArray(value) && !isObject(value)) {
    throw new UnexpectedValue('TypeError', `object of type '${pythonType(value)}' has no len()`);
  }
  const length = typeof value === 'string' ? [...value].length : Object.keys(value).length;
  if (length === 3) return [{ id: value }];
  if (length !== 2) {
    refuse('metadata.language', 'Language must be either ISO-639-1 or 639-2 compatible.');
  }
  return [{ id: threeLetterLanguage(expectString(value, 'lower')) }];
}

/** Notes and methods as additional descriptions, in this order. */
export function loadDescriptions(metadata: unknown): unknown[] {
  return (
    [
      ['notes', 'notes'],
      ['method', 'methods'],
    ] as const
  ).flatMap(([key, type]) => {
    const description = getFrom(metadata, key);
    return isTruthy(description) ? [{ description, type: { id: type } }] : [];
  });
}

/** `T`, or `T-S` where the key `T_type` names a subtype. */
export function loadResourceType(metadata: unknown): unknown {
  const type = getFrom(metadata, 'upload_type');
  if (!isTruthy(type)) return undefined;
  const subtype = getFrom(metadata, `${pythonText(type)}_type`);
  return { id: isTruthy(subtype) ? `${pythonText(type)}-${pythonText(subtype)}` : type };
}

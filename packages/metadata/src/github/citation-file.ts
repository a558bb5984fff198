import {
  CITATION_FILE_HTML,
  NOT_A_LIST,
  NOT_A_STRING,
  NOT_NULL,
  REQUIRED,
  RefusedFields,
  cleanText,
  getFrom,
  isObject,
  isOrcid,
  isTruthy,
  ownValue,
  pythonText,
  sanitizeHtml,
} from '@nx-zenodo/zenodo-api';
import type { JsonObject } from '@nx-zenodo/zenodo-api';

type Errors = { field: string; messages: string[] }[];

const cleanHtml = (text: string): string => sanitizeHtml(text, CITATION_FILE_HTML);

/** An object of the file, and the way to it as messages name it. */
interface Placed {
  readonly source: JsonObject;
  /** '' for the file itself, else a path that ends in a dot. */
  readonly path: string;
}

/** Reads a declared member: absent gives undefined, anything but a string is an error. */
function readText(
  { source, path }: Placed,
  key: string,
  errors: Errors,
  clean: (text: string) => string = cleanText,
): string | undefined {
  const value = ownValue(source, key);
  if (value === undefined) return undefined;
  if (typeof value === 'string') return clean(value);
  errors.push({ field: `${path}${key}`, messages: [value === null ? NOT_NULL : NOT_A_STRING] });
  return undefined;
}

function readList<T>(
  source: JsonObject,
  key: string,
  errors: Errors,
  item: (value: unknown, path: string) => T,
): T[] | undefined {
  const value = ownValue(source, key);
  if (value === undefined) return undefined;
  if (Array.isArray(value)) return value.map((entry: unknown, i) => item(entry, `${key}.${i}`));
  errors.push({ field: key, messages: [value === null ? NOT_NULL : NOT_A_LIST] });
  return undefined;
}

function authorName(author: JsonObject): unknown {
  const [name, family, given] = ['name', 'family-names', 'given-names'].map((key) =>
    getFrom(author, key),
  );
  if (isTruthy(name)) return name;
  if (isTruthy(family) && isTruthy(given)) return `${pythonText(family)}, ${pythonText(given)}`;
  return isTruthy(family) ? family : isTruthy(given) ? given : null;
}

function readAuthor(value: unknown, path: string, errors: Errors): JsonObject {
  if (!isObject(value)) {
    const message = value === null ? NOT_NULL : 'Invalid input type.';
    errors.push({ field: value === null ? path : `${path}._schema`, messages: [message] });
    return {};
  }
  const author = { source: value, path: `${path}.` };
  readText(author, 'name', errors);
  const affiliation = readText(author, 'affiliation', errors);
  const orcid = readText(author, 'orcid', errors, (text) => text);
  if (orcid !== undefined && orcid !== '' && !isOrcid(orcid)) {
    errors.push({ field: `${path}.orcid`, messages: [`Invalid orcid provided : ${orcid}`] });
  }
  return {
    name: authorName(value),
    ...(affiliation === undefined ? {} : { affiliation }),
    ...(orcid === undefined ? {} : { orcid }),
  };
}

function readKeyword(value: unknown, path: string, errors: Errors): string {
  if (typeof value === 'string') return cleanText(value);
  errors.push({ field: path, messages: [value === null ? NOT_NULL : NOT_A_STRING] });
  return '';
}

/**
 * What Zenodo takes from CITATION.cff, as deposit metadata: title, abstract, message, keywords, licence and
 * authors; nothing else of the format is looked at. Throws RefusedFields with the format's own key names.
 */
export function readCitationFile(source: JsonObject): JsonObject {
  const errors: Errors = [];
  const file = { source, path: '' };
  const description = readText(file, 'abstract', errors, cleanHtml);
  const creators = readList(source, 'authors', errors, (value, path) =>
    readAuthor(value, path, errors),
  );
  const keywords = readList(source, 'keywords', errors, (value, path) =>
    readKeyword(value, path, errors),
  );
  const license = readText(file, 'license', errors);
  const title = readText(file, 'title', errors);
  if (ownValue(source, 'title') === undefined)
    errors.push({ field: 'title', messages: [REQUIRED] });
  else if (title !== undefined && [...title].length < 3) {
    errors.push({ field: 'title', messages: ['Shorter than minimum length 3.'] });
  }
  const notes = readText(file, 'message', errors, cleanHtml);
  if (errors.length > 0) throw new RefusedFields(errors);
  const read = { description, creators, keywords, license, title, notes };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

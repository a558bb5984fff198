import { detectRelatedScheme } from '../identifiers/detect.js';
import { normalizeIdentifier } from '../identifiers/normalize.js';
import { splitUrl } from '../identifiers/url-parts.js';
import { cleanText } from '../text/clean-text.js';
import { ALTERNATE_IDENTIFIER, MISSPELT_RELATION } from '../vocabularies/relation-types.js';
import { getFrom, isObject, isTruthy, itemOf, iterate } from './dynamic-value.js';
import {
  NOT_A_STRING,
  NOT_NULL,
  REQUIRED,
  RefusedFields,
  UnexpectedValue,
  fieldError,
} from './field-error.js';

const FIELD = 'metadata.related_identifiers';

/** Parts the list by the relation `isAlternateIdentifier`; the first thing that Zenodo looks at. */
export function partIdentifiers(value: unknown): { related: unknown[]; alternate: unknown[] } {
  if (!Array.isArray(value)) {
    throw new RefusedFields([fieldError(FIELD, 'related_identifiers must be a list')]);
  }
  const related: unknown[] = [];
  const alternate: unknown[] = [];
  value.forEach((item: unknown, index) => {
    if (!isObject(item)) {
      const message = 'Each related identifier must be an object';
      throw new RefusedFields([fieldError(`${FIELD}.${index}`, message)]);
    }
    const relation = getFrom(item, 'relation');
    if (relation !== undefined && typeof relation !== 'string') {
      const message = 'The relation of a related identifier must be a string';
      throw new RefusedFields([fieldError(`${FIELD}.${index}.relation`, message)]);
    }
    (relation === ALTERNATE_IDENTIFIER ? alternate : related).push(item);
  });
  return { related, alternate };
}

/** Detects the scheme (a given one is ignored) and normalises the value. */
function loadIdentifier(written: unknown, field: string): { identifier: string; scheme: string } {
  if (written === null || written === '')
    throw refusal(`${field}.identifier`, written === null ? NOT_NULL : REQUIRED);
  if (typeof written !== 'string') throw refusal(`${field}.identifier`, NOT_A_STRING);
  const identifier = cleanText(written);
  if (splitUrl(identifier) === null) throw new UnexpectedValue('ValueError', 'Invalid IPv6 URL');
  const scheme = detectRelatedScheme(identifier);
  if (scheme === null)
    throw refusal(`${field}.scheme`, 'No valid scheme recognized for identifier.');
  return { identifier: normalizeIdentifier(identifier, scheme), scheme };
}

const refusal = (field: string, message: string): RefusedFields =>
  new RefusedFields([fieldError(field, message)]);

/** Related identifiers in InvenioRDM's shape; the first that is not recognised refuses them all. */
export function loadRelatedIdentifiers(value: readonly unknown[]): unknown[] {
  return value.map((item) => {
    const relation = itemOf(item, 'relation') as string;
    const type = relation === MISSPELT_RELATION.written ? MISSPELT_RELATION.meant : relation;
    const resourceType = getFrom(item, 'resource_type');
    return {
      ...loadIdentifier(itemOf(item, 'identifier'), FIELD),
      relation_type: { id: type.toLowerCase() },
      ...(isTruthy(resourceType) ? { resource_type: { id: resourceType } } : {}),
    };
  });
}

/** Alternate identifiers in InvenioRDM's shape. */
export function loadAlternateIdentifiers(value: unknown): unknown[] {
  return iterate(value).map((item) =>
    loadIdentifier(itemOf(item, 'identifier'), 'metadata.alternate_identifiers'),
  );
}

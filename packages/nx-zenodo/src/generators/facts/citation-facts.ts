import { isDoi } from '@nx-zenodo/zenodo-api';
import { parseDocument } from 'yaml';
import { toHtml } from './text/html-text.js';
import type { SourceFacts } from './known-facts.js';
import { given, isObject, objectsOf, textOf, textsOf } from '../../loose-json/loose-value.js';
import { citationPerson } from './person-facts.js';
import { unreadable } from './fact-findings.js';

const source = 'CITATION.cff';

/** What CITATION.cff says (CFF 1.0 to 1.2), read forgivingly: other keys are passed over. */
export function citationFacts(text: string): SourceFacts {
  const value = yamlValue(text);
  if (!isObject(value)) {
    return { source, deposit: {}, findings: [unreadable(source, 'a YAML mapping')] };
  }
  const licenses = textsOf(value['license']);
  const abstract = textOf(value['abstract']);
  const creators = objectsOf(value['authors'])
    .map(citationPerson)
    .filter((person) => person !== null);
  return {
    source,
    deposit: {
      ...given('title', textOf(value['title'])),
      ...given('description', abstract === undefined ? undefined : toHtml(abstract)),
      creators,
      keywords: textsOf(value['keywords']),
      // Several licences are alternatives (CFF 1.2.0, "license"); the record takes one.
      ...given('license', licenses.length === 1 ? licenses[0] : undefined),
      ...given('version', textOf(value['version'])),
      ...given('publication_date', textOf(value['date-released'])),
      ...given('upload_type', value['type'] === 'dataset' ? 'dataset' : undefined),
      related_identifiers: repository(textOf(value['repository-code'])),
    },
  };
}

/** Zenodo DOIs that CITATION.cff names as its own, each with what is said about it. */
export function citationDois(text: string): { doi: string; description: string }[] {
  const value = yamlValue(text);
  if (!isObject(value)) return [];
  return [
    { value: value['doi'], description: '' },
    ...objectsOf(value['identifiers']).filter(({ type }) => type === 'doi'),
  ].flatMap((item) => {
    const doi = textOf(item['value'])?.replace(/^https?:\/\/(dx\.)?doi\.org\//, '');
    return doi !== undefined && isDoi(doi)
      ? [{ doi, description: textOf(item['description']) ?? '' }]
      : [];
  });
}

/** The repository as Zenodo relates software to it. */
export function repository(url: string | undefined): { identifier: string; relation: string }[] {
  return url === undefined ? [] : [{ identifier: url, relation: 'isSupplementTo' }];
}

// The failsafe schema leaves every value as it is written: `version: 1.10` stays "1.10". Aliases that
// lead nowhere, or multiply beyond measure, throw; what cannot be read says nothing.
function yamlValue(text: string): unknown {
  try {
    const document = parseDocument(text, { schema: 'failsafe', uniqueKeys: false });
    return document.errors.length > 0 ? null : document.toJS({ maxAliasCount: 100 });
  } catch {
    return null;
  }
}

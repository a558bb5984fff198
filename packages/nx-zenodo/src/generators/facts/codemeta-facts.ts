import { toHtml } from './text/html-text.js';
import { repository } from './citation-facts.js';
import { jsonObject } from '../../loose-json/json-object.js';
import type { SourceFacts } from './known-facts.js';
import { given, isObject, objectsOf, textOf, textsOf } from '../../loose-json/loose-value.js';
import { codemetaPerson } from './person-facts.js';
import { unreadable } from './fact-findings.js';

const source = 'codemeta.json';

/** What codemeta.json says (CodeMeta 2 and 3), read forgivingly. */
export function codemetaFacts(text: string): SourceFacts {
  const value = jsonObject(text);
  if (value === null) {
    return { source, deposit: {}, findings: [unreadable(source, 'a JSON object')] };
  }
  const description = textOf(value['description']);
  return {
    source,
    deposit: {
      ...given('title', textOf(value['name'])),
      ...given('description', description === undefined ? undefined : toHtml(description)),
      creators: objectsOf(value['author'])
        .map(codemetaPerson)
        .filter((person) => person !== null),
      keywords: keywords(value['keywords']),
      ...given('license', license(value['license'])),
      ...given('version', textOf(value['version']) ?? textOf(value['softwareVersion'])),
      ...given('publication_date', textOf(value['datePublished'])?.slice(0, 10)),
      related_identifiers: repository(textOf(value['codeRepository'])),
    },
  };
}

// schema.org "keywords": a list, or one text with commas.
function keywords(value: unknown): string[] {
  return typeof value === 'string' ? textsOf(value.split(',')) : textsOf(value);
}

// CodeMeta 3, "license": a URL, a CreativeWork with a URL, or a list of them.
function license(value: unknown): string | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  const url = textOf(isObject(first) ? (first['@id'] ?? first['id'] ?? first['url']) : first);
  if (url === undefined) return undefined;
  return /spdx\.org\/licenses\/([^/#?]+?)(\.html|\.json)?$/i.exec(url)?.[1] ?? onlyAnId(url);
}

function onlyAnId(text: string): string | undefined {
  return /^[A-Za-z0-9.+-]+$/.test(text) ? text : undefined;
}

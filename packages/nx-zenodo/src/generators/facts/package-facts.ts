import type { DepositPerson } from '@nx-zenodo/zenodo-api';
import { repository } from './citation-facts.js';
import { toHtml } from './text/html-text.js';
import { jsonObject } from '../../loose-json/json-object.js';
import type { SourceFacts } from './known-facts.js';
import { given, isObject, textOf, textsOf } from '../../loose-json/loose-value.js';
import { familyFirst } from './text/person-name.js';
import { guess, unreadable } from './fact-findings.js';

const source = 'package.json';

/** What package.json says (npm, "package.json"), read forgivingly. */
export function packageFacts(text: string): SourceFacts {
  const value = jsonObject(text);
  if (value === null) {
    return { source, deposit: {}, findings: [unreadable(source, 'a JSON object')] };
  }
  const name = textOf(value['name']);
  const description = textOf(value['description']);
  const creators = author(value['author']);
  return {
    source,
    ...given('name', name?.replace(/^@[^/]+\//, '')),
    deposit: {
      ...given('description', description === undefined ? undefined : toHtml(description)),
      creators,
      keywords: textsOf(value['keywords']),
      ...given('license', license(textOf(value['license']))),
      ...given('version', version(textOf(value['version']))),
      related_identifiers: repository(repositoryUrl(value['repository'])),
    },
    findings: creators.map(({ name: written }) =>
      guess(source, 'creators', `The author is taken to be "${written}" (family name first).`),
    ),
  };
}

// `npm init` and generators leave these where nothing was ever released.
function version(text: string | undefined): string | undefined {
  return text === '0.0.0' || text === '0.0.0-development' ? undefined : text;
}

// npm: "UNLICENSED" and "SEE LICENSE IN …" name no licence.
function license(text: string | undefined): string | undefined {
  return text === undefined || /^(UNLICENSED|SEE LICENSE)/i.test(text) ? undefined : text;
}

// npm: `Name <mail> (url)` or an object; contributors are not authors.
function author(value: unknown): DepositPerson[] {
  const name = isObject(value)
    ? textOf(value['name'])
    : textOf(textOf(value)?.replace(/<[^>]*>|\([^)]*\)/g, ''));
  return name === undefined ? [] : [{ name: familyFirst(name) }];
}

function repositoryUrl(value: unknown): string | undefined {
  return browsableUrl(textOf(isObject(value) ? value['url'] : value));
}

/** A git remote or npm shorthand as an address that a browser opens; undefined for anything else. */
export function browsableUrl(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const shorthand = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(text)?.[1];
  if (shorthand !== undefined) return `https://github.com/${shorthand}`;
  const scp = /^(?:ssh:\/\/)?git@([\w.-]+)[:/](.+?)(?:\.git)?\/?$/.exec(text);
  if (scp !== null) return `https://${scp[1] ?? ''}/${scp[2] ?? ''}`;
  // Credentials in a remote's address stay out of every file.
  const web =
    /^(?:git\+|git:\/\/)?(?:https?:\/\/)?(?:[^@/]*@)?([\w.-]+\.[a-z]+\/.+?)(?:\.git)?\/?$/i;
  const path = web.exec(text)?.[1];
  return path === undefined ? undefined : `https://${path}`;
}

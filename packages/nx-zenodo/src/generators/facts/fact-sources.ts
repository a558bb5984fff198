import { citationFacts } from './citation-facts.js';
import { codemetaFacts } from './codemeta-facts.js';
import { gitFacts } from './git-facts.js';
import type { GitIdentity } from './git-facts.js';
import type { SourceFacts } from './known-facts.js';
import { licenseFacts } from './license-facts.js';
import { packageFacts } from './package-facts.js';
import { readmeFacts } from './readme-facts.js';
import { zenodoJsonFacts } from './zenodo-json-facts.js';

/** A release's folder as far as facts go: names of the top level, and their text. */
export interface FactFolder {
  readonly names: readonly string[];
  /** Text of a file of the folder, null when it is not there or is no file. */
  readonly read: (path: string) => string | null;
  /** What the manifests of other languages say, see `manifestFacts`. */
  readonly manifests: readonly SourceFacts[];
  readonly git: GitIdentity;
}

/**
 * Everything the folder says about itself, in the order of precedence. What is written for Zenodo wins over what is written for
 * citation, that over package manifests, those over prose and over guesses.
 */
export function factSources(folder: FactFolder): SourceFacts[] {
  const from = (name: string, read: (text: string) => SourceFacts): SourceFacts[] => {
    const text = folder.read(name);
    return text === null ? [] : [read(text)];
  };
  const matching = (pattern: RegExp) => folder.names.filter((name) => pattern.test(name)).sort();
  return [
    ...from('.zenodo.json', zenodoJsonFacts),
    ...from('CITATION.cff', citationFacts),
    ...from('codemeta.json', codemetaFacts),
    ...from('package.json', packageFacts),
    ...folder.manifests,
    ...matching(/^(licen[cs]e|copying|unlicense)(\.|-|$)/i).flatMap((name) =>
      from(name, (text) => licenseFacts(name, text)),
    ),
    ...matching(/^readme(\.(md|markdown|rst|txt))?$/i).flatMap((name) =>
      from(name, (text) => readmeFacts(name, text)),
    ),
    gitFacts(folder.git),
  ];
}

import type { Concept, Pid } from '../model/version.js';

/** DOIs that this installation mints: `{prefix}/zenodo.{id}`. */
export function ownDoi(prefix: string, id: number): string {
  return `${prefix}/zenodo.${id}`;
}

export function mintedDoi(prefix: string, id: number): Pid {
  return { identifier: ownDoi(prefix, id), provider: 'datacite', client: 'datacite' };
}

export function oaiPid(id: number): Pid {
  return { identifier: `oai:zenodo.org:${id}`, provider: 'oai' };
}

/** The concept DOI comes with the first version whose own DOI is minted here (contract A.6). */
export function withConceptDoi(concept: Concept, prefix: string, versionDoi: Pid): Concept {
  if (concept.doi !== undefined || versionDoi.provider !== 'datacite') return concept;
  return { ...concept, doi: ownDoi(prefix, concept.id) };
}

import type { DoiChoice } from '../published/published-release.js';
import type { DocumentUpdate } from './document-update.js';

/** Which documents a project wants to be written after publication; paths POSIX, relative to one root. */
export interface FinalizeChoice {
  readonly readme?: string;
  readonly releaseNotes?: string;
  readonly citationFile?: string;
  readonly codemeta?: string;
  readonly packageJson?: string;
  readonly pyproject?: string;
  /** Markdown document with a section on how to cite: README.md, CITATION.md. */
  readonly citationSection?: string;
  /** Further documents in which the placeholder is replaced. */
  readonly files?: readonly string[];
  /** The DOI of the badge; the concept DOI unless said otherwise. */
  readonly badgeDoi?: DoiChoice;
  /** The DOI of CITATION.cff and codemeta.json; the concept DOI unless said otherwise. */
  readonly citationDoi?: DoiChoice;
}

/** A document to read, and what to do with it. */
export interface DocumentRequest {
  readonly path: string;
  readonly updates: readonly DocumentUpdate[];
  /** True where a document that does not exist yet is written. */
  readonly create: boolean;
}

/**
 * The documents that the choice names, each once, with its updates in their order: what knows the meaning of a
 * place (badge, fields) comes before the placeholder, which knows none.
 */
export function finalizeDocuments(choice: FinalizeChoice): readonly DocumentRequest[] {
  const badge: DocumentUpdate = { kind: 'badge', doi: choice.badgeDoi ?? 'concept' };
  const doi = choice.citationDoi ?? 'concept';
  const placeholder: DocumentUpdate = { kind: 'placeholder' };
  const asked: readonly (readonly [string | undefined, readonly DocumentUpdate[], boolean?])[] = [
    [choice.readme, [badge]],
    [choice.citationFile, [{ kind: 'citation-file', doi }]],
    [choice.codemeta, [{ kind: 'codemeta', doi }]],
    [choice.packageJson, [{ kind: 'package-json' }]],
    [choice.pyproject, [{ kind: 'pyproject' }]],
    [choice.citationSection, [{ kind: 'citation-section' }], true],
    [choice.releaseNotes, [{ kind: 'inventory' }, placeholder]],
    [choice.readme, [placeholder]],
    ...(choice.files ?? []).map((path) => [path, [placeholder]] as const),
  ];
  const documents = new Map<string, DocumentRequest>();
  for (const [path, updates, create = false] of asked) {
    if (path === undefined) continue;
    const known = documents.get(path) ?? { path, updates: [], create: false };
    const fresh = updates.filter(({ kind }) => !known.updates.some((one) => one.kind === kind));
    documents.set(path, {
      path,
      updates: [...known.updates, ...fresh],
      create: known.create || create,
    });
  }
  return [...documents.values()];
}

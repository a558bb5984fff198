import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { formatCommitMessage } from '../commit/commit-message.js';
import type { Citation } from '../citation-section/update-citation-section.js';
import { isTestDoi } from '../doi/doi.js';
import { absentDocument, frozenDocument, testDoi } from '../findings/document-findings.js';
import type { FinalizeFinding } from '../findings/finalize-error.js';
import { checkPlaceholders } from '../placeholder/replace-placeholder.js';
import type { PublishedRelease } from '../published/published-release.js';
import type { TextChange } from '../text/unified-diff.js';
import { describeUpdate, updateDocument } from './document-update.js';
import type { UpdateFacts } from './document-update.js';
import type { DocumentRequest } from './finalize-documents.js';

/** A document as it stands on disk; `text` is null where it does not exist. */
export interface FinalizeDocument extends DocumentRequest {
  readonly text: string | null;
}

/** Everything that decides what is written after publication. */
export interface FinalizeInputs {
  readonly published: PublishedRelease;
  readonly manifest?: ReleaseManifest | null;
  readonly citation?: Citation | null;
  readonly documents: readonly FinalizeDocument[];
  /** Zenodo's answer, saved beside the documents; `text` is what stands there now, null for nothing. */
  readonly record?: { readonly path: string; readonly text: string | null; readonly json: string };
  readonly placeholders?: readonly string[];
  readonly ownDois?: readonly string[];
  /** Folder of the release in its repository, for the instructions. */
  readonly releaseRoot?: string;
  /** Documents that the signature covers. */
  readonly frozenPaths?: readonly string[];
}

/** What is to be written. Printing it is the dry run. */
export interface FinalizePlan {
  readonly version: string;
  readonly doi: string;
  /** Only documents that change, in the order in which they were given. */
  readonly changes: readonly TextChange[];
  readonly findings: readonly FinalizeFinding[];
  readonly commitMessage: string;
}

/** Decides what is written after publication. Planned again upon its own outcome, nothing is left to change. */
export function planFinalize(inputs: FinalizeInputs): FinalizePlan {
  const { published } = inputs;
  const facts: UpdateFacts = {
    published,
    manifest: inputs.manifest ?? null,
    citation: inputs.citation ?? null,
    placeholders: inputs.placeholders ?? [],
    ownDois: inputs.ownDois ?? [],
    releaseRoot: inputs.releaseRoot ?? '.',
  };
  const outcomes = inputs.documents.map((document) => planDocument(document, facts));
  const { record } = inputs;
  const saved = record !== undefined && record.text !== record.json;
  const changes = [
    ...outcomes.flatMap(({ change }) => (change === null ? [] : [change])),
    ...(saved ? [{ path: record.path, before: record.text, after: record.json }] : []),
  ];
  const frozen = changes.filter(({ path }) => inputs.frozenPaths?.includes(path) ?? false);
  const done = [
    ...outcomes.flatMap((outcome) => outcome.done),
    ...(saved ? [`Save Zenodo's answer as ${record.path}`] : []),
  ];
  return {
    version: published.version,
    doi: published.doi,
    changes,
    findings: [
      ...(isTestDoi(published.doi) && changes.length > 0 ? [testDoi(published.doi)] : []),
      ...outcomes.flatMap(({ findings }) => findings),
      ...frozen.map(({ path }) => frozenDocument(path)),
    ],
    commitMessage: formatCommitMessage({ version: published.version, doi: published.doi, done }),
  };
}

const byteOrderMark = '\uFEFF';

interface DocumentOutcome {
  readonly change: TextChange | null;
  readonly findings: readonly FinalizeFinding[];
  readonly done: readonly string[];
}

function planDocument(document: FinalizeDocument, facts: UpdateFacts): DocumentOutcome {
  const { path, text: before } = document;
  if (before === null && !document.create) {
    return { change: null, findings: [absentDocument(path)], done: [] };
  }
  const findings: FinalizeFinding[] = [];
  const done: string[] = [];
  // A byte order mark is no part of the first line, and stays where it stands.
  const mark = before?.startsWith(byteOrderMark) === true ? byteOrderMark : '';
  let text = (before ?? '').slice(mark.length);
  for (const update of document.updates) {
    const updated = updateDocument(text, path, update, facts);
    findings.push(...updated.findings);
    if (updated.text !== text) done.push(describeUpdate(path, update));
    text = updated.text;
  }
  findings.push(...checkPlaceholders(text, path, facts.placeholders));
  const after = mark + text;
  const change = after === (before ?? '') ? null : { path, before, after };
  return { change, findings, done };
}

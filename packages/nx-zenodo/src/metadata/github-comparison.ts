import { takeDeposit } from '@nx-zenodo/metadata';
import { compareRecords } from '@nx-zenodo/record-page';
import type { PreviewOutcome } from '@nx-zenodo/record-page';
import type { PreviewFacts } from '../preview/preview-facts.js';
import { statedCommunities, viewDraft } from '../preview/view-draft.js';
import { viewGithubOutcome } from '../preview/view-github-outcome.js';

/** One field in which the integration would publish something else than we do; a line for each value. */
export interface ComparedField {
  readonly field: string;
  readonly githubIntegration: readonly string[];
  readonly ours: readonly string[];
}

/** What the GitHub integration would do with the tag, and where that differs from what we publish. */
export interface GithubComparison {
  /** `publishes`, `fails`, or `unknown` where no repository on GitHub is known. */
  readonly outcome: 'publishes' | 'fails' | 'unknown';
  /** Where it fails, and why; what is not known. */
  readonly reason: string | null;
  readonly same: readonly string[];
  readonly differences: readonly ComparedField[];
}

type Facts = Pick<PreviewFacts, 'deposit' | 'github' | 'tag' | 'today'>;

const OUTCOMES = { record: 'publishes', failure: 'fails', absent: 'unknown' } as const;

function reasonOf(outcome: PreviewOutcome): string | null {
  if (outcome.kind === 'record') return null;
  const { message } = outcome;
  return outcome.kind === 'failure' && outcome.stage !== undefined
    ? `${outcome.stage}: ${message}`
    : message;
}

/** Compares what the GitHub integration would publish for the tag with the deposit, field by field; no files. */
export function compareWithGithub(facts: Facts): GithubComparison {
  const { draft } = takeDeposit(facts.deposit, facts.today);
  const theirs = viewGithubOutcome(facts);
  const rows = compareRecords({
    record: viewDraft(draft, statedCommunities(facts.deposit)),
    githubIntegration: theirs,
    lastPublished: { kind: 'absent', message: '' },
  }).filter(({ slot }) => slot !== 'files');
  const isKnown = theirs.kind === 'record';
  const differing = isKnown ? rows.filter(({ isSame }) => !isSame) : [];
  return {
    outcome: OUTCOMES[theirs.kind],
    reason: reasonOf(theirs),
    same: isKnown ? rows.filter(({ isSame }) => isSame).map(({ label }) => label) : [],
    differences: differing.map(({ label, githubIntegration, ours }) => ({
      field: label,
      githubIntegration: githubIntegration.lines.map(({ text }) => text),
      ours,
    })),
  };
}

const clip = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 100 ? `${line.slice(0, 99)}…` : line;
};

const side = (name: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? [`    ${name} nothing`]
    : lines.map((line, at) => `    ${at === 0 ? name : ' '.repeat(name.length)} ${clip(line)}`);

/** The comparison for a terminal: what the integration would do, then every field that differs. */
export function formatGithubComparison(comparison: GithubComparison): string {
  const { outcome, reason, same, differences } = comparison;
  if (outcome === 'fails') return `GitHub integration: would fail, ${reason ?? ''}`;
  if (outcome === 'unknown') return `GitHub integration: ${reason ?? ''}`;
  const count = differences.length;
  const title = `GitHub integration: would publish a record that differs in ${count} of ${count + same.length} fields`;
  return [
    title,
    ...differences.flatMap(({ field, githubIntegration, ours }) => [
      `  ${field}`,
      ...side('GitHub ', githubIntegration),
      ...side('ours   ', ours),
    ]),
    ...(same.length === 0 ? [] : [`  the same: ${same.join(', ')}`]),
  ].join('\n');
}

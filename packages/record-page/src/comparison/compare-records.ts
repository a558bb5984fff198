import type { Slot } from '../findings/field-slot.js';
import type { PreviewOutcome, PreviewView } from '../view/preview-view.js';
import type { RecordView } from '../view/record-view.js';
import { comparedFields } from './record-facts.js';
import type { FieldLines } from './record-facts.js';

/** One line of a cell, and whether our record says the same in this field. */
export interface ComparedLine {
  readonly text: string;
  readonly isOurs: boolean;
}

/** One field of one party. `same`: the lines are ours, in our order. */
export interface ComparedCell {
  readonly verdict: 'same' | 'differs' | 'unknown';
  readonly lines: readonly ComparedLine[];
  /** Lines of ours that this party has not. */
  readonly missing: readonly string[];
}

/** One field of all three. */
export interface ComparedRow {
  readonly slot: Slot;
  readonly label: string;
  readonly githubIntegration: ComparedCell;
  readonly ours: readonly string[];
  readonly lastPublished: ComparedCell;
  readonly isSame: boolean;
}

const unknown: ComparedCell = { verdict: 'unknown', lines: [], missing: [] };

function compareField(
  field: FieldLines,
  theirs: PreviewOutcome,
  ours: readonly string[],
): ComparedCell {
  if (theirs.kind !== 'record') return unknown;
  const lines = field.lines(theirs.record);
  const isSame = lines.length === ours.length && lines.every((line, i) => line === ours[i]);
  return {
    verdict: isSame ? 'same' : 'differs',
    lines: lines.map((text) => ({ text, isOurs: ours.includes(text) })),
    missing: ours.filter((line) => !lines.includes(line)),
  };
}

function compareRow(field: FieldLines, ours: RecordView, view: PreviewView): ComparedRow {
  const lines = field.lines(ours);
  const githubIntegration = compareField(field, view.githubIntegration, lines);
  const lastPublished = compareField(field, view.lastPublished, lines);
  return {
    slot: field.slot,
    label: field.label,
    githubIntegration,
    ours: lines,
    lastPublished,
    isSame: githubIntegration.verdict !== 'differs' && lastPublished.verdict !== 'differs',
  };
}

const isEmpty = ({ githubIntegration, ours, lastPublished }: ComparedRow) =>
  ours.length + githubIntegration.lines.length + lastPublished.lines.length === 0;

/** All fields in which one of the three says something. */
export function compareRecords(view: PreviewView): readonly ComparedRow[] {
  return comparedFields
    .map((field) => compareRow(field, view.record, view))
    .filter((row) => !isEmpty(row));
}

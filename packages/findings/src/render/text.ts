import type { Finding, Place } from '../finding.js';

const marks = { error: '✗', warning: '⚠', note: 'ℹ' } as const;

/** `docs/a.md:3:7 (metadata.title)`, with only the parts that are known. */
export function formatPlace(place: Place): string {
  const position = [place.file, place.line, place.line === undefined ? undefined : place.column]
    .filter((part) => part !== undefined)
    .join(':');
  if (place.field === undefined) return position;
  return position === '' ? place.field : `${position} (${place.field})`;
}

/** One finding as a person reads it in a terminal: what, where, cure, page. */
export function formatFinding(finding: Finding): string {
  const place = finding.place === undefined ? '' : formatPlace(finding.place);
  const head = `${marks[finding.severity]} ${finding.code} ${place === '' ? '' : `${place}: `}${finding.message}`;
  return `${head}\n    cure: ${finding.cure}\n    page: docs/errors/${finding.code}.md`;
}

/** All findings, errors first, in a stable order. */
export function formatFindings(findings: readonly Finding[]): string {
  const rank = { error: 0, warning: 1, note: 2 } as const;
  return [...findings]
    .sort((a, b) => rank[a.severity] - rank[b.severity])
    .map(formatFinding)
    .join('\n');
}

import type { Finding, Place } from '../finding.js';

const marks = { error: '✗', warning: '⚠', note: 'ℹ' } as const;

/** The text with its control characters spelled out, so that a terminal shows and never obeys them; line ends stay. */
export function visible(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, (sign) => {
    return `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}

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
  const text = `${head}\n    cure: ${finding.cure}\n    page: docs/errors/${finding.code}.md`;
  return visible(text);
}

/** All findings, errors first, in a stable order. */
export function formatFindings(findings: readonly Finding[]): string {
  const rank = { error: 0, warning: 1, note: 2 } as const;
  return [...findings]
    .sort((a, b) => rank[a.severity] - rank[b.severity])
    .map(formatFinding)
    .join('\n');
}

import { formatFindings } from '@nx-zenodo/findings';
import type { FixityFinding } from '../findings/fixity-error.js';
import { quote } from '../findings/quote.js';
import type { ListChanges } from '../freeze/list-changes.js';
import type { SignatureDigest } from '../verified-release.js';

/** The verdict on a release, in numbers. */
export interface VerificationOutcome {
  readonly signature: string;
  /** Files that the signature lists. */
  readonly files: number;
  /** Bytes that were hashed. */
  readonly bytes: number;
  readonly findings: readonly FixityFinding[];
  readonly passed: boolean;
}

/** The verdict as a person reads it: findings, then one line. */
export function formatVerification(outcome: VerificationOutcome): string {
  const { signature, files, bytes, findings, passed } = outcome;
  const verdict = passed
    ? `✓ ${counted(files, 'file')}, ${counted(bytes, 'byte')}: all as signed in ${quote(signature)}.`
    : `✗ ${quote(signature)} is not proved: ${counted(findings.length, 'finding')}.`;
  return lines([findings.length === 0 ? '' : formatFindings(findings), verdict]);
}

/** What a freeze changed, by name, then one line. */
export function formatFreeze(
  outcome: ListChanges & { readonly signature: SignatureDigest },
): string {
  const { added, removed, changed, unchanged, signature } = outcome;
  const named = [
    ...added.map((path) => `+ ${quote(path)}`),
    ...removed.map((path) => `- ${quote(path)}`),
    ...changed.map((path) => `~ ${quote(path)}`),
  ];
  const counts = `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${unchanged.length} unchanged`;
  const verdict = `✓ ${quote(signature.path)} lists ${counted(signature.entries, 'file')} (${counts}); its sha256 is ${signature.sha256}.`;
  return lines([...named, verdict]);
}

function counted(count: number, noun: string): string {
  // Not toLocaleString: loading the locale data takes 15 ms.
  const grouped = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
  return `${grouped} ${noun}${count === 1 ? '' : 's'}`;
}

function lines(parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .map((part) => `${part}\n`)
    .join('');
}

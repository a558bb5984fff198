import { isObject, ownValue } from '@nx-zenodo/zenodo-api';
import { applyEdits, modify } from 'jsonc-parser';
import { parseYamlDocument } from '../document/yaml-document.js';
import { editYaml, lostComments } from './edit-yaml.js';
import { proposeCitationFixes } from './propose-citation-fixes.js';
import { proposeFixes } from './propose-fixes.js';
import type { Fix } from './propose-fixes.js';

/** A file with its fixes made, and what a person is shown before they are written. */
export interface FixedFile {
  readonly fixes: readonly Fix[];
  readonly text: string;
  /** Unified diff of the file before and after. */
  readonly diff: string;
}

/** The style of a JSON text: its first indentation and its line ends. */
function formatting(text: string) {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return { insertSpaces: !indent.startsWith('\t'), tabSize: indent.length, eol };
}

/**
 * Makes every fix that a machine can make in the text of zenodo.metadata.json (or, with an empty base, of
 * `.zenodo.json`); order and spacing of everything else stay. Null where the text is not JSON.
 */
export async function fixDepositFile(
  text: string,
  file: string,
  release: { readonly version: string },
  base: readonly string[] = ['metadata'],
): Promise<FixedFile | null> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  for (const key of base) value = isObject(value) ? ownValue(value, key) : undefined;
  if (!isObject(value)) return { fixes: [], text, diff: '' };
  const fixes = proposeFixes(value, release);
  const formattingOptions = formatting(text);
  const fixed = fixes.reduce((now, { path, value: next }) => {
    return applyEdits(now, modify(now, [...base, ...path], next, { formattingOptions }));
  }, text);
  return { fixes, text: fixed, diff: await diffOf(file, text, fixed) };
}

async function diffOf(file: string, text: string, fixed: string): Promise<string> {
  if (fixed === text) return '';
  const { createTwoFilesPatch } = await import('diff');
  return createTwoFilesPatch(file, file, text, fixed, 'now', 'fixed');
}

/**
 * Makes every fix that a machine can make in the text of CITATION.cff. Comments, order, quoting and everything
 * else stay; comments that stood in what had to go are named among the reasons. Null where it is no mapping.
 */
export async function fixCitationFile(
  text: string,
  file: string,
  release: { readonly version: string },
): Promise<FixedFile | null> {
  const { document } = parseYamlDocument(text, file);
  if (document === null || !isObject(document.value)) return null;
  let fixed = text;
  const made: Fix[] = [];
  for (const fix of proposeCitationFixes(document, release)) {
    const next = await editYaml(fixed, [fix]);
    if (next !== fixed) made.push(fix);
    fixed = next;
  }
  const lost = await lostComments(text, fixed);
  const fixes = lost.map((comment): Fix => ({
    path: [],
    value: undefined,
    reason: lossReason(comment),
  }));
  return { fixes: [...made, ...fixes], text: fixed, diff: await diffOf(file, text, fixed) };
}

/** What a person is told of a comment that could not stay. */
export const lossReason = (comment: string): string =>
  `The comment "${comment.trim()}" goes with what it stood in.`;

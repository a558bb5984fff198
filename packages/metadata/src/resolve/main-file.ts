import type { Finding } from '@nx-zenodo/findings';
import { decodeDepositFile } from '../deposit-file/decode-deposit-file.js';
import { parseJsonDocument, salvageJsonDocument } from '../document/json-document.js';
import type { PlacedDocument } from '../document/placed-document.js';
import type { DepositField, Statement } from '../source/statement.js';

/** What the main file states, as far as it can be read. */
export interface Main {
  readonly statements: readonly Statement[];
  readonly findings: readonly Finding[];
  /** Fields of which something has not the shape of the API. */
  readonly unreadable: ReadonlySet<string>;
  /** Place of a part of the statements. */
  readonly place: PlacedDocument['place'];
  /** True where the file's text is broken, so that nobody knows what else it states. */
  readonly isBroken: boolean;
}

/** The file that the release sends: its text, or what forbids to read it. */
export interface MainFile {
  readonly text: string | null;
  readonly path: string;
  readonly findings?: readonly Finding[];
}

/** Where there is no such file. */
export const NO_MAIN: Main = {
  statements: [],
  findings: [],
  unreadable: new Set(),
  place: () => ({}),
  isBroken: false,
};

/** Reads the main file; what has not the shape of the API is told and left out. */
export function readMain(main: MainFile | null): Main {
  if (main === null) return NO_MAIN;
  const { path: file, text, findings: told = [] } = main;
  if (text === null) return { ...NO_MAIN, findings: told, isBroken: true };
  const { document, findings } = parseJsonDocument(text, file);
  const read = document ?? salvageJsonDocument(text, file);
  const decoded = decodeDepositFile(read);
  const place: Main['place'] = (path, part) =>
    read.place(['metadata', ...decoded.origin(path)], part);
  const statements = Object.entries(decoded.metadata).map(([key, value]): Statement => {
    const field = key as DepositField;
    const stated = { field, value: value as unknown, place: place([field], 'key') };
    return { source: file, ...stated, rule: 'stated' };
  });
  const { unreadable } = decoded;
  // Of a broken text only the break is sure; what was salvaged is not judged.
  return document === null
    ? { statements, findings, unreadable, place, isBroken: true }
    : {
        statements,
        findings: [...findings, ...decoded.findings],
        unreadable,
        place,
        isBroken: false,
      };
}

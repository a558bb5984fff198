import type { FinalizeFinding } from './finalize-error.js';

/** Where in a document a finding points. */
export interface DocumentPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export function leftoverPlaceholder(place: DocumentPlace, written: string): FinalizeFinding {
  return {
    code: 'NZ8001',
    severity: 'error',
    message: `The placeholder "${written}" stands where a DOI or a record belongs.`,
    cure: 'Add the file to the documents that finalize updates, or write the DOI by hand.',
    place,
  };
}

export function noDoi(field: string, written: string): FinalizeFinding {
  return {
    code: 'NZ8002',
    severity: 'error',
    message: `"${written}" (${field}) is no DOI.`,
    cure: 'Take the receipt of the published record; a DOI is never guessed.',
    place: { field },
  };
}

const languages = { NZ8003: 'YAML mapping', NZ8004: 'JSON object', NZ8005: 'TOML' } as const;

/** A document that is not in its language, so that nothing in it can be updated. */
export function unreadable(
  code: keyof typeof languages,
  place: DocumentPlace,
  reason: string,
): FinalizeFinding {
  return {
    code,
    severity: 'error',
    message: `The document is no ${languages[code]}: ${reason}.`,
    cure: 'Correct it at this place; nothing was written.',
    place,
  };
}

export function versionNotWritten(file: string, reason: string): FinalizeFinding {
  return {
    code: 'NZ8006',
    severity: 'warning',
    message: `The version was left as it is: ${reason}.`,
    cure: 'Set the version where the project keeps it, or leave this file out of finalize.',
    place: { file },
  };
}

export function unpairedMarker(place: DocumentPlace, reason: string): FinalizeFinding {
  return {
    code: 'NZ8007',
    severity: 'error',
    message: `The markers do not enclose one block: ${reason}.`,
    cure: 'Leave one opening marker, with or without its closing one after it.',
    place,
  };
}

export function frozenDocument(file: string): FinalizeFinding {
  return {
    code: 'NZ8008',
    severity: 'warning',
    message:
      'The document is covered by the signature, which does not hold for it once it is changed.',
    cure: 'Verify this release at its tag; freeze again before the next one.',
    place: { file },
  };
}

export function absentDocument(file: string): FinalizeFinding {
  return {
    code: 'NZ8009',
    severity: 'warning',
    message: 'The document does not exist, so nothing was written to it.',
    cure: 'Create it, or leave it out of finalize.',
    place: { file },
  };
}

export function foreignBadges(file: string, dois: readonly string[]): FinalizeFinding {
  return {
    code: 'NZ8016',
    severity: 'warning',
    message: `The badges of ${dois.join(', ')} belong to other records; a badge of this one was added beside them.`,
    cure: 'Remove those that are not wanted.',
    place: { file },
  };
}

/** A note: the only badge of a document was taken for ours although its DOI is none that we know. */
export function adoptedBadge(file: string, shown: string, doi: string): FinalizeFinding {
  return {
    code: 'NZ8016',
    severity: 'note',
    message: `The only DOI badge showed ${shown}; it was taken for the badge of this record and shows ${doi} now.`,
    cure: 'If it belongs to another record, restore it and add the badge of this one beside it.',
    place: { file },
  };
}

export function testDoi(doi: string): FinalizeFinding {
  return {
    code: 'NZ8017',
    severity: 'warning',
    message: `${doi} is a test DOI, which doi.org never resolves.`,
    cure: 'Finalize with the receipt of the production record before you commit.',
  };
}

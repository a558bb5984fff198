import type { Finding } from '@nx-zenodo/findings';

/** NZ9104: a file is there but is not what its name says; it is passed over as a source of facts. */
export function unreadable(file: string, what: string): Finding {
  return {
    code: 'NZ9104',
    severity: 'warning',
    message: `${file} is not ${what}, so nothing is taken from it.`,
    cure: 'Correct the file, and run the generator again.',
    place: { file },
  };
}

/** NZ9105: a fact is a guess that a person should look at. */
export function guess(file: string, field: string, message: string): Finding {
  return {
    code: 'NZ9105',
    severity: 'note',
    message,
    cure: 'Look at it in zenodo.metadata.json, and correct it there or give the flag.',
    place: { file, field },
  };
}

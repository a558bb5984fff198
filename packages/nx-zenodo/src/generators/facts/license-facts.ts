import type { SourceFacts } from './known-facts.js';
import { guess } from './fact-findings.js';

// Phrases that stand in the texts themselves, as they read with case folded and white space as one blank.
const phrases: readonly (readonly [RegExp, string])[] = [
  [/gnu affero general public license version 3/, 'AGPL-3.0-only'],
  [/gnu lesser general public license version 3/, 'LGPL-3.0-only'],
  [/gnu lesser general public license version 2\.1/, 'LGPL-2.1-only'],
  [/gnu general public license version 3/, 'GPL-3.0-only'],
  [/gnu general public license version 2/, 'GPL-2.0-only'],
  [/apache license version 2\.0/, 'Apache-2.0'],
  [/mozilla public license version 2\.0/, 'MPL-2.0'],
  [/eclipse public license - v 2\.0/, 'EPL-2.0'],
  [/european union public licence v\. ?1\.2/, 'EUPL-1.2'],
  [/cc0 1\.0 universal/, 'CC0-1.0'],
  [/attribution-sharealike 4\.0 international/, 'CC-BY-SA-4.0'],
  [/attribution-noncommercial 4\.0 international/, 'CC-BY-NC-4.0'],
  [/attribution 4\.0 international/, 'CC-BY-4.0'],
  [/this is free and unencumbered software released into the public domain/, 'Unlicense'],
  [/permission to use, copy, modify,? and\/or distribute this software for any purpose/, 'ISC'],
  [/permission is hereby granted, free of charge, to any person obtaining a copy/, 'MIT'],
  [/redistribution and use in source and binary forms.*neither the name/, 'BSD-3-Clause'],
  [/redistribution and use in source and binary forms/, 'BSD-2-Clause'],
];

/**
 * The SPDX id of a licence by the words of its text, or undefined: what is not sure is not guessed. A
 * tag of the REUSE kind names it outright; otherwise the phrase that comes first decides, because long
 * licences name others further down (MPL 2.0, 1.12).
 */
export function licenseOfText(text: string): string | undefined {
  const tagged = /SPDX-License-Identifier:\s*([\w.+-]+)/i.exec(text)?.[1];
  if (tagged !== undefined) return tagged;
  const words = text
    .toLowerCase()
    .replace(/[\s*#]+/g, ' ')
    .replaceAll(', version', ' version');
  const found = phrases
    .map(([phrase, id]) => ({ id, at: words.search(phrase) }))
    .filter(({ at }) => at !== -1);
  return found.sort((a, b) => a.at - b.at)[0]?.id;
}

/** What a licence file says. */
export function licenseFacts(source: string, text: string): SourceFacts {
  const license = licenseOfText(text);
  if (license === undefined) return { source, deposit: {} };
  const message = `The licence is taken to be ${license}; its text does not tell "only" from "or later".`;
  return {
    source,
    deposit: { license },
    findings: license.endsWith('-only') ? [guess(source, 'license', message)] : [],
  };
}

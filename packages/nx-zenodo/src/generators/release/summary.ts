import type { KnownFacts } from '../facts/known-facts.js';
import type { LaidRelease } from './lay-release.js';

const shown = [
  'title',
  'version',
  'creators',
  'description',
  'license',
  'publication_date',
] as const;

/** What was taken from where, what is frozen and what is uploaded, as lines for a person. */
export function releaseSummary(release: LaidRelease, origins: KnownFacts['origins']): string[] {
  const { config, deposit } = release;
  return [
    `Release of the project ${release.project}: ${config.name} ${config.version}`,
    ...shown.map((field) => {
      const value = deposit[field];
      const line = value === undefined ? '— missing' : brief(value);
      return `  ${field.padEnd(16)} ${line}${value === undefined ? '' : `  (${origins[field] ?? 'default'})`}`;
    }),
    `  ${config.signature} freezes:`,
    ...config.freeze.include.map((glob) => `    + ${glob}`),
    ...config.freeze.exclude.map((glob) => `    - ${glob}`),
    '  uploaded, with RELEASE_MANIFEST.json and the signature:',
    ...config.artifacts.map((path) => `    ${path}`),
  ];
}

function brief(value: unknown): string {
  if (Array.isArray(value)) return value.map(brief).join('; ');
  if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name);
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/<[^>]*>/g, '');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

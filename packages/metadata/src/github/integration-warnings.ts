import type { Finding, Place, Severity } from '@nx-zenodo/findings';
import { finding } from '../metadata-error.js';
import type { MetadataCode } from '../metadata-error.js';
import type { Reading } from '../source/statement.js';

/** What stands in the root of a repository that Zenodo's GitHub integration may look at. */
export interface IntegrationFacts {
  /** Files that were read as sources of metadata. */
  readonly sources: readonly string[];
  readonly readings: readonly Reading[];
  /** Files in the root whose name says that they hold a licence, in alphabetical order. */
  readonly licenseFiles: readonly string[];
  /** The licence file that was taken here, and whether its text is that of a known licence. */
  readonly license: { readonly file: string; readonly recognised: boolean } | null;
  /** False where a metadata file of our own decides: the warnings are notes then. */
  readonly decides: boolean;
}

/**
 * What surprises people whose releases Zenodo's own GitHub integration publishes (the public document
 * "Zenodo-GitHub-Integration", and the order in which the integration reads its files).
 */
export function integrationWarnings(facts: IntegrationFacts): Finding[] {
  const severity: Severity = facts.decides ? 'warning' : 'note';
  const warn = (code: MetadataCode, message: string, place: Place) =>
    finding(code, { severity, message, place });
  return [
    ...bothFiles(facts).map((message) => warn('NZ3050', message, { file: '.zenodo.json' })),
    ...licenseTexts(facts).map(([code, message, file]) => warn(code, message, { file })),
    ...withoutEffect(facts).map(([code, message, place]) => warn(code, message, place)),
  ];
}

function bothFiles({ sources }: IntegrationFacts): string[] {
  if (!sources.includes('.zenodo.json') || !sources.includes('CITATION.cff')) return [];
  return ['The GitHub integration reads .zenodo.json alone and nothing of CITATION.cff.'];
}

function licenseTexts(facts: IntegrationFacts): [MetadataCode, string, string][] {
  const { licenseFiles, license } = facts;
  const [first, ...others] = licenseFiles;
  const told: [MetadataCode, string, string][] = [];
  if (license !== null && !license.recognised) {
    const message =
      'The licence text is not recognised; the GitHub integration would publish under CC-BY-4.0.';
    told.push(['NZ3051', message, license.file]);
  }
  if (first !== undefined && others.length > 0) {
    const here = license === null ? '' : `, and ${license.file} is read here`;
    const message = `There are ${licenseFiles.length} licence files (${licenseFiles.join(', ')}): for the GitHub integration the first of the alphabet, ${first}, counts${here}.`;
    told.push(['NZ3052', message, first]);
  }
  return told;
}

function withoutEffect({ readings }: IntegrationFacts): [MetadataCode, string, Place][] {
  const stated = readings
    .flatMap(({ statements }) => statements)
    .filter(({ source }) => source === '.zenodo.json');
  return stated.flatMap(({ field, value, place }): [MetadataCode, string, Place][] => {
    if (field === 'version') {
      const message = `\`version\` is constant ("${String(value)}"): it stays so at the next tag, which the GitHub integration would have taken.`;
      return [['NZ3053', message, place]];
    }
    if (field !== 'doi') return [];
    const message = `\`doi\` has no effect in the GitHub integration: it mints a DOI of its own in place of ${String(value)}.`;
    return [['NZ3054', message, place]];
  });
}

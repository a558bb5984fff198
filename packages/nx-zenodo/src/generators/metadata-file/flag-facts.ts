import type { Finding } from '@nx-zenodo/findings';
import { matchLicense } from '@nx-zenodo/zenodo-api';
import type { DepositPerson } from '@nx-zenodo/zenodo-api';
import { parseCreators } from '../facts/text/creators-text.js';
import { toHtml } from '../facts/text/html-text.js';
import type { SourceFacts } from '../facts/known-facts.js';
import { given } from '../../loose-json/loose-value.js';
import { PluginError } from '../../plugin-error.js';
import type { GeneratorOptions } from '../options.js';

/** The flags that say something about the record. */
export type DescribingFlags = Pick<
  GeneratorOptions<'metadata'>,
  | 'title'
  | 'description'
  | 'creators'
  | 'license'
  | 'keywords'
  | 'uploadType'
  | 'publicationDate'
  | 'releaseVersion'
>;

/**
 * Flags (or answers on the terminal) as a source of facts; they win over every file.
 * @throws PluginError NZ9101 with every flag that Zenodo would refuse.
 */
export function flagFacts(flags: DescribingFlags): SourceFacts {
  const refused: Finding[] = [];
  const creators = people(flags.creators, refused);
  if (flags.license !== undefined && matchLicense(flags.license) === null) {
    refused.push(
      unusable('license', `Zenodo knows no licence "${flags.license}"`, 'an SPDX id, as MIT'),
    );
  }
  if (refused.length > 0) throw PluginError.of(refused);
  return {
    source: 'given',
    deposit: {
      ...given('title', flags.title),
      ...given(
        'description',
        flags.description === undefined ? undefined : toHtml(flags.description),
      ),
      ...given('creators', creators),
      ...given('license', flags.license),
      ...given('keywords', flags.keywords),
      ...given('upload_type', flags.uploadType),
      ...given('publication_date', flags.publicationDate),
      ...given('version', flags.releaseVersion),
    },
  };
}

function people(
  written: string | undefined,
  refused: Finding[],
): readonly DepositPerson[] | undefined {
  if (written === undefined) return undefined;
  const reading = parseCreators(written);
  if ('creators' in reading) return reading.creators;
  refused.push(
    ...reading.refused.map((orcid) =>
      unusable('creators', `"${orcid}" is no ORCID: its check digit does not fit`, 'the ORCID'),
    ),
  );
  return undefined;
}

function unusable(field: string, what: string, wanted: string): Finding {
  return {
    code: 'NZ9101',
    severity: 'error',
    message: `${what}.`,
    cure: `Give ${wanted} with --${field}; nothing was written.`,
    place: { field },
  };
}

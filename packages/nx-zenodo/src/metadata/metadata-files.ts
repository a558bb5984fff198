import {
  formatCitation,
  formatCitationCff,
  formatCodemeta,
  formatDataCite,
  formatZenodoJson,
} from '@nx-zenodo/metadata';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';
import { outputFolder } from '../release-config/release-config.js';

type Deposit = ReleaseMetadata['deposit'];
type Format = (deposit: Deposit, doi: string | null) => string | Promise<string>;

const formats = {
  'CITATION.cff': formatCitationCff,
  '.zenodo.json': formatZenodoJson,
  'codemeta.json': formatCodemeta,
  'datacite.json': formatDataCite,
  'citation.txt': (deposit, doi) => formatCitation({ deposit, doi, style: 'apa' }),
  'citation.bib': (deposit, doi) => formatCitation({ deposit, doi, style: 'bibtex' }),
  'citation.ris': (deposit, doi) => formatCitation({ deposit, doi, style: 'ris' }),
  'citation.csl.json': (deposit, doi) => formatCitation({ deposit, doi, style: 'csl-json' }),
} satisfies Readonly<Record<string, Format>>;

/** Folder of {@link metadataFiles} below the release root; one level deeper than what the chain binds. */
export const metadataFolder = `${outputFolder}/metadata`;

/** The forms in which the metadata of a release is written out beside the chain. */
export const metadataFiles = Object.keys(formats) as readonly (keyof typeof formats)[];

/** One file with its text; the same deposit and DOI always give the same text. */
export interface MetadataFile {
  /** POSIX path relative to the release root. */
  readonly path: string;
  readonly text: string;
}

/** All of {@link metadataFiles}; without a DOI every field that would hold one is left out. */
export async function formatMetadataFiles(
  deposit: Deposit,
  doi: string | null,
): Promise<readonly MetadataFile[]> {
  const files: MetadataFile[] = [];
  for (const name of metadataFiles) {
    const format: Format = formats[name];
    files.push({ path: `${metadataFolder}/${name}`, text: await format(deposit, doi) });
  }
  return files;
}

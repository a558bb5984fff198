import type { MetadataSource } from '../release-metadata.js';
import { LICENSE_FILES, SOURCE_FILES } from '../resolve/precedence.js';
import type { SourceFile } from '../resolve/precedence.js';
import { readCitationCff } from '../source/citation-source.js';
import { readCodemeta } from '../source/codemeta-source.js';
import { readZenodoJson } from '../source/deposit-source.js';
import { readLicenseFile } from '../source/license-text.js';
import {
  readCargo,
  readPackageJson,
  readPom,
  readPyproject,
  readRDescription,
} from '../source/manifest-sources.js';
import type { Reading } from '../source/statement.js';
import { decodeUtf8 } from '../text/decode-utf8.js';
import { licenseTemplates } from './license-templates.js';
import { readSource } from './read-source.js';

type Reader = (text: string, file: string) => Reading | Promise<Reading>;

const READERS: Readonly<Record<SourceFile, Reader>> = {
  '.zenodo.json': readZenodoJson,
  'CITATION.cff': readCitationCff,
  'codemeta.json': readCodemeta,
  'package.json': readPackageJson,
  'pyproject.toml': readPyproject,
  'Cargo.toml': readCargo,
  'pom.xml': readPom,
  DESCRIPTION: readRDescription,
};

/** Everything the files of a release say beside its metadata file. */
export interface ReadSources {
  readonly readings: readonly Reading[];
  readonly sources: readonly MetadataSource[];
  /** The licence file that was read, and whether its text is that of a known licence; null without one. */
  readonly license: { readonly file: string; readonly recognised: boolean } | null;
}

type ReadOne = Omit<ReadSources, 'license'>;

async function readOne(root: string, file: string, reader: Reader): Promise<ReadOne> {
  const { bytes, source, findings } = await readSource(root, file);
  if (bytes === null || source === null)
    return { readings: [{ statements: [], findings }], sources: [] };
  const decoded = decodeUtf8(bytes, file);
  if (decoded.text === null) {
    return { readings: [{ statements: [], findings: decoded.findings }], sources: [source] };
  }
  return { readings: [await reader(decoded.text, file)], sources: [source] };
}

async function readLicense(root: string): Promise<ReadSources> {
  for (const file of LICENSE_FILES) {
    const reader: Reader = (text, path) => readLicenseFile(text, path, licenseTemplates());
    const read = await readOne(root, file, reader);
    if (read.readings.some(({ findings }) => findings.length > 0)) {
      return { ...read, license: null };
    }
    if (read.sources.length === 0) continue;
    const recognised = read.readings.some(({ statements }) => statements.length > 0);
    return { ...read, license: { file, recognised } };
  }
  return { readings: [], sources: [], license: null };
}

/** Reads every known source below the root, strongest first. */
export async function readSources(root: string): Promise<ReadSources> {
  const all: ReadOne[] = [];
  for (const file of SOURCE_FILES) all.push(await readOne(root, file, READERS[file]));
  const licenseRead = await readLicense(root);
  all.push(licenseRead);
  return {
    readings: all.flatMap(({ readings }) => readings),
    sources: all.flatMap(({ sources }) => sources),
    license: licenseRead.license,
  };
}

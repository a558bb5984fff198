import type { Finding } from '@nx-zenodo/findings';
import type { DepositMetadata } from '@nx-zenodo/zenodo-api';
import { readCargo, readPom, readPyproject, readRDescription } from './manifest-sources.js';
import type { Reading } from './statement.js';

const readers = {
  'pyproject.toml': readPyproject,
  'Cargo.toml': readCargo,
  'pom.xml': readPom,
  DESCRIPTION: readRDescription,
} satisfies Record<string, (text: string, file: string) => Reading | Promise<Reading>>;

/** Manifest of a package that is not JavaScript's. */
export type PackageManifestFile = keyof typeof readers;

/** Those manifests, strongest first. */
export const PACKAGE_MANIFESTS = Object.keys(readers) as readonly PackageManifestFile[];

/** What a package manifest says, in the deposit API's own words. */
export interface PackageManifest {
  /** The package's own name; null where it has none. */
  readonly name: string | null;
  readonly deposit: DepositMetadata;
  readonly findings: readonly Finding[];
}

/** Reads pyproject.toml, Cargo.toml, pom.xml or an R package's DESCRIPTION; one that is broken says nothing. */
export async function readPackageManifest(
  file: PackageManifestFile,
  text: string,
): Promise<PackageManifest> {
  const { name = null, statements, findings } = await readers[file](text, file);
  const deposit = Object.fromEntries(statements.map(({ field, value }) => [field, value]));
  return { name, deposit, findings };
}

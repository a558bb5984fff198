/**
 * The files that state metadata, strongest first. What the release itself sends wins; then what was written for
 * Zenodo; then what was written for citing; then what package managers want to know; then what can be recognised.
 */
export const SOURCE_FILES = [
  '.zenodo.json',
  'CITATION.cff',
  'codemeta.json',
  'package.json',
  'pyproject.toml',
  'Cargo.toml',
  'pom.xml',
  'DESCRIPTION',
] as const;
export type SourceFile = (typeof SOURCE_FILES)[number];

/** Names under which licence texts stand, tried in this order. */
export const LICENSE_FILES = [
  'LICENSE',
  'LICENSE.md',
  'LICENSE.txt',
  'LICENCE',
  'LICENCE.md',
  'LICENCE.txt',
  'COPYING',
  'COPYING.md',
  'COPYING.txt',
] as const;

/** Files whose facts are the metadata of the work, so that a difference between them is an error. */
export const METADATA_FILES: ReadonlySet<string> = new Set([
  '.zenodo.json',
  'CITATION.cff',
  'codemeta.json',
]);

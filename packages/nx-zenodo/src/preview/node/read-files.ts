import { posix } from 'node:path';
import { checkZenodoLimits, decodeBundle } from '@nx-zenodo/bundle';
import type { PlannedUpload } from '@nx-zenodo/bundle';
import { isCodedError } from '@nx-zenodo/findings';
import type { Finding } from '@nx-zenodo/findings';
import { digestFile } from '@nx-zenodo/fixity';
import type { FileView } from '@nx-zenodo/record-page';
import { outputPath, parseOutput, readOutput } from '../../chain/release-output.js';
import type { ReleaseConfig } from '../../release-config/release-config.js';

/** The files of a preview and what is wrong with them. */
export interface PreviewFiles {
  readonly files: readonly FileView[];
  readonly isBundled: boolean;
  readonly findings: readonly Finding[];
}

/** The files of the bundle, or those that the configuration names where no bundle was made. */
export async function readPreviewFiles(config: ReleaseConfig): Promise<PreviewFiles> {
  try {
    const bundle = parseOutput('bundle', await readOutput(config.root, 'bundle'), decodeBundle);
    const files = bundle.entries.map(({ key, size, md5, sha256 }) => ({ key, size, md5, sha256 }));
    return { files, isBundled: true, findings: [] };
  } catch (error) {
    if (!isCodedError(error)) throw error;
    // A bundle that is not there yet is no fault; one that was edited is told.
    const findings = error.findings.filter(({ code }) => code !== 'NZ9020').map(atFiles);
    const named = await readNamedFiles(config);
    return { ...named, findings: [...findings, ...named.findings] };
  }
}

interface Read {
  readonly upload: PlannedUpload | null;
  readonly file: FileView;
  readonly findings: readonly Finding[];
}

async function readNamedFiles(config: ReleaseConfig): Promise<PreviewFiles> {
  const manifest = outputPath('manifest');
  const read: Read[] = [];
  for (const path of [manifest, config.signature, ...config.artifacts]) {
    const one = await readOne(config.root, path);
    // The manifest is generated: before the chain has run it is not missing.
    if (one.upload !== null || path !== manifest) read.push(one);
  }
  const limits = checkZenodoLimits(read.flatMap(({ upload }) => upload ?? [])).map(atFiles);
  const findings = [...read.flatMap((one) => one.findings), ...limits];
  return { files: read.map(({ file }) => file), isBundled: false, findings };
}

async function readOne(root: string, path: string): Promise<Read> {
  const key = posix.basename(path);
  try {
    const { size, md5, sha256 } = await digestFile(root, path, { md5: true });
    return { upload: { key, path, size }, file: { key, size, md5, sha256 }, findings: [] };
  } catch (error) {
    if (!isCodedError(error)) throw error;
    const findings = error.findings.map(({ message }) => notReadable(path, message));
    return { upload: null, file: { key }, findings };
  }
}

function notReadable(path: string, reason: string): Finding {
  return {
    code: 'NZ9025',
    severity: 'error',
    message: `A file that is to be published cannot be read: ${reason}`,
    cure: 'Put the file where the configuration names it, or take it out of `artifacts`.',
    place: { file: path, field: 'files' },
  };
}

const atFiles = (finding: Finding): Finding => ({
  ...finding,
  place: { ...finding.place, field: 'files' },
});

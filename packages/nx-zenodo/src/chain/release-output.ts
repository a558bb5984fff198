import { mkdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Finding } from '@nx-zenodo/findings';
import writeFileAtomic from 'write-file-atomic';
import { PluginError } from '../plugin-error.js';
import { outputFolder } from '../release-config/release-config.js';
import { notWritten } from './not-written.js';

/** Files that the chain writes below `dist/release`, and the target that makes each. */
export const outputs = {
  verified: { file: 'verified-release.json', target: 'freeze-verify' },
  validation: { file: 'validation-report.json', target: 'validate' },
  manifest: { file: 'RELEASE_MANIFEST.json', target: 'manifest' },
  metadata: { file: 'release-metadata.json', target: 'metadata' },
  bundle: { file: 'bundle.json', target: 'bundle' },
} as const;

/** One file of the chain. */
export type OutputName = keyof typeof outputs;

/** Path of a generated file relative to the release root. */
export function outputPath(name: OutputName): string {
  return `${outputFolder}/${outputs[name].file}`;
}

/**
 * Writes `text` whole or not at all (temporary file, fsync, rename); `path` is relative to the root.
 * @throws PluginError NZ9028 where the system does not let it.
 */
export async function writeWhole(root: string, path: string, text: string): Promise<void> {
  const target = join(root, path);
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeFileAtomic(target, text, { encoding: 'utf8', fsync: true });
  } catch (cause) {
    throw new PluginError([notWritten(path, cause)], { cause });
  }
}

/**
 * Text of a file that an earlier target of the chain made.
 * @throws PluginError NZ9020 when it is not there.
 */
export async function readOutput(root: string, name: OutputName): Promise<string> {
  try {
    return await readFile(join(root, outputPath(name)), 'utf8');
  } catch (cause) {
    throw new PluginError(
      [
        {
          code: 'NZ9020',
          severity: 'error',
          message: `The chain has a gap: ${outputs[name].file} has not been made.`,
          cure: `Run the target ${outputs[name].target} first, or the whole chain without --exclude-task-dependencies.`,
          place: { file: outputPath(name) },
        },
      ],
      { cause },
    );
  }
}

/**
 * Decodes a file of the chain.
 * @throws PluginError NZ9021 when it was edited into something else.
 */
export function parseOutput<Value>(
  name: OutputName,
  text: string,
  decode: (value: unknown) => Value,
): Value {
  try {
    return decode(JSON.parse(text));
  } catch (cause) {
    throw new PluginError([notWhatFilesGive(name)], { cause });
  }
}

/** NZ9021: what the chain wrote is not what the files on disk give. */
export function notWhatFilesGive(name: OutputName): Finding {
  return {
    code: 'NZ9021',
    severity: 'error',
    message: `${outputs[name].file} is not what the files on disk give: it is stale or was edited.`,
    cure: `Run the target ${outputs[name].target} again; nothing was published.`,
    place: { file: outputPath(name) },
  };
}

import type { Finding } from '@nx-zenodo/findings';
import type { ReleaseFolder } from '../folder/release-folder.js';
import type { GeneratorOptions } from '../options.js';
import { PluginError } from '../../plugin-error.js';
import { carryRecord, carryWebhook, carryZenodoJson } from './carry-integration.js';
import { carryScript } from './carry-script.js';
import { joinConventions } from './carried-convention.js';
import type { CarriedConvention } from './carried-convention.js';
import { notCarried } from './carry-findings.js';
import { findUploadScripts } from './find-script.js';

type Wish = Pick<GeneratorOptions<'convention'>, 'from' | 'script' | 'conceptRecordId'>;

/**
 * Everything that the repository's old ways of publishing hand over.
 * @throws PluginError NZ9110 when there is none of the wanted kind.
 */
export function carryOver(folder: ReleaseFolder, wish: Wish): CarriedConvention {
  const { from } = wish;
  const found = [
    from === 'auto' || from === 'script' ? scriptOf(folder, wish) : null,
    from === 'auto' || from === 'zenodo-json' ? carryZenodoJson(folder) : null,
    from === 'auto' || from === 'webhook' ? carryWebhook(folder, from === 'webhook') : null,
  ].filter((one) => one !== null);
  if (found.length === 0) throw PluginError.of([nothingFound(wish)]);
  const record = wish.conceptRecordId === undefined ? [carryRecord(folder)] : [];
  return joinConventions([...found, ...record]);
}

function scriptOf(folder: ReleaseFolder, { script }: Wish): CarriedConvention | null {
  if (script !== undefined) {
    if (folder.read(script) === null) throw PluginError.of([noSuchScript(script)]);
    return carryScript(folder, script);
  }
  const [first, ...others] = findUploadScripts(folder);
  if (first === undefined) return null;
  const carried = carryScript(folder, first);
  const unread = others.map((path) =>
    notCarried(`${path} talks to Zenodo too and was not looked at.`, {
      cure: 'Name it with --script where it is the one that publishes.',
      place: { file: path },
    }),
  );
  return { ...carried, findings: [...carried.findings, ...unread] };
}

function nothingFound({ from }: Wish): Finding {
  const sought = {
    auto: 'neither an upload script nor .zenodo.json nor a badge of the GitHub integration',
    script: 'no script that deposits at Zenodo',
    'zenodo-json': 'no .zenodo.json',
    webhook: 'no trace of the GitHub integration',
  }[from];
  return {
    code: 'NZ9110',
    severity: 'error',
    message: `The folder has ${sought}.`,
    cure: 'Name the script with --script, or begin anew with `nx g nx-zenodo:release`; nothing was written.',
    place: { field: 'from' },
  };
}

function noSuchScript(script: string): Finding {
  return {
    code: 'NZ9110',
    severity: 'error',
    message: `There is no script ${script} in the folder.`,
    cure: 'Give its path relative to the folder of the release; nothing was written.',
    place: { file: script, field: 'script' },
  };
}

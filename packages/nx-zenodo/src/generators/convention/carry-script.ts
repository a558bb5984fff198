import type { ReleaseFolder } from '../folder/release-folder.js';
import type { SuggestedSettings } from '../release/lay-release.js';
import { hasDigests } from '../release/signature-file.js';
import { notCarried } from './carry-findings.js';
import type { CarriedConvention } from './carried-convention.js';
import { readUploadScript } from './upload-script.js';

const defaultReceipt = 'docs/releases/{version}-ZENODO.json';

/** What a script hands over to a release of the folder. */
export function carryScript(folder: ReleaseFolder, script: string): CarriedConvention {
  const read = readUploadScript(folder.read(script) ?? '', script);
  const place = { file: script };
  // The manifest is made by the chain, from the files themselves.
  const named = read.files.filter((path) => path !== 'RELEASE_MANIFEST.json');
  const missing = named.filter((path) => !folder.files.includes(path));
  const lists = named.filter((path) => /(\.sha(256|512)|SUMS(\.txt)?)$/i.test(path));
  const signature = lists.find((path) => hasDigests(folder.read(path)));
  const artifacts = named.filter((path) => !missing.includes(path) && !lists.includes(path));
  const metadata = [read.metadataFile].find((path) => path !== null && folder.read(path) !== null);
  return {
    from: [script],
    suggested: {
      ...(artifacts.length === 0 ? {} : { artifacts }),
      ...(signature === undefined ? {} : { signature }),
      ...receipt(read.receipt),
    },
    metadataFile: metadata ?? undefined,
    inlineMetadata: read.inlineMetadata ?? undefined,
    findings: [
      ...read.findings,
      ...missing.map((path) =>
        notCarried(`The script uploads ${path}, which is not there or is ignored by git.`, {
          cure: 'Build it before the files are frozen, then name it in "artifacts".',
          place,
        }),
      ),
      ...(read.metadataFile === null || metadata !== undefined || read.inlineMetadata !== null
        ? []
        : [
            notCarried(`The script sends ${read.metadataFile}, which is not there.`, {
              cure: 'Write the facts into zenodo.metadata.json, or give the flags.',
              place,
            }),
          ]),
      ...lists
        .filter((path) => folder.files.includes(path) && path !== signature)
        .map((path) =>
          notCarried(`${path} holds no SHA-256 digest that a release could be verified with.`, {
            cure: 'Use the signature that the generator writes, and remove this file.',
            place: { file: path },
          }),
        ),
    ],
  };
}

// The version in the name becomes a placeholder; what equals the default is left out.
function receipt(path: string | null): SuggestedSettings {
  const general = path?.replace(/[^/]+(-ZENODO\.json)$/i, '{version}$1');
  return general === undefined || general === defaultReceipt ? {} : { receipt: general };
}

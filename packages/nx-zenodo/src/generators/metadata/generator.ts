import { isError } from '@nx-zenodo/findings';
import { joinPathFragments } from '@nx/devkit';
import { releaseDirectory } from '../folder/release-directory.js';
import { readReleaseFolder } from '../folder/release-folder.js';
import { buildDeposit } from '../metadata-file/deposit-of-facts.js';
import { citationText } from '../metadata-file/citation-text.js';
import { describe } from '../metadata-file/described.js';
import { metadataText } from '../metadata-file/metadata-text.js';
import { missingFacts, missingFindings } from '../metadata-file/missing-facts.js';
import { PluginError } from '../../plugin-error.js';
import { askMissing, canAsk } from '../node/ask-missing.js';
import { gitIdentity } from '../node/git-identity.js';
import { today } from '../node/today.js';
import { standingSettings } from '../release/standing-settings.js';
import { generator } from '../run-generator.js';

export default generator('metadata', async ({ tree, options, say }) => {
  const folder = readReleaseFolder(tree, releaseDirectory(tree, options.directory));
  const standing = standingSettings(folder.read('zenodo.release.json'));
  const metadataFile = standing.metadata ?? 'zenodo.metadata.json';
  const releaseVersion = options.releaseVersion ?? standing.version;
  const { known, given } = await describe({
    folder,
    git: gitIdentity(tree.root),
    metadataFile,
    flags: { ...options, releaseVersion },
    ask: canAsk() ? askMissing : null,
  });
  const { deposit, findings } = buildDeposit(known.deposit, known.deposit.version, today());
  const missing = missingFindings(missingFacts(deposit), 'error');
  if (missing.some(isError)) throw PluginError.of([...missing, ...findings]);
  const texts = {
    [metadataFile]: () => metadataText(folder.read(metadataFile), deposit, given, metadataFile),
    'CITATION.cff': () => citationText(folder.read('CITATION.cff'), deposit, given),
  };
  const wanted = options.files.map((file) => (file === 'CITATION.cff' ? file : metadataFile));
  for (const file of wanted) {
    tree.write(joinPathFragments(folder.directory, file), texts[file]?.() ?? '');
    say(`${joinPathFragments(folder.directory, file)} says what the record needs.`);
  }
  return { findings: [...known.findings, ...findings, ...missing] };
});

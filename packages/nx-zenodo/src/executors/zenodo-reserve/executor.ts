import {
  formatReservation,
  formatReservationPlan,
  planReservation as planDraft,
  reserveRelease,
} from '@nx-zenodo/deposit';
import { applyFinalize } from '@nx-zenodo/finalize';
import { formatFindings, isError } from '@nx-zenodo/findings';
import { metadataToCome } from '../../archive/node/archive-metadata.js';
import { tagToCome } from '../../archive/node/find-tag.js';
import { makeMetadata } from '../../chain/metadata.js';
import { writeWhole } from '../../chain/release-output.js';
import { depositSettings } from '../../deploy/deposit-settings.js';
import { decideEnvironment, openTarget } from '../../environment/node/open-target.js';
import { planReservation } from '../../finalize/plan-documents.js';
import { PluginError } from '../../plugin-error.js';
import { executor } from '../run.js';
import type { Step } from '../run.js';

const reserve: Step<'zenodo-reserve'> = async (input) => {
  const { config, archive, options, workspaceRoot, say } = input;
  const environment = decideEnvironment(options.environment);
  const resolved =
    archive === null
      ? await makeMetadata(config, beforeTheManifest)
      : await metadataToCome(archive, config, beforeTheManifest);
  const { deposit: metadata } = resolved.metadata;
  const target = await openTarget(environment, workspaceRoot);
  try {
    const settings = await depositSettings({ config, environment, target, workspaceRoot, say });
    if (options.dryRun ?? process.env['NX_DRY_RUN'] === 'true') {
      say(formatReservationPlan(await planDraft({ ...settings, metadata }), target.apiUrl));
      return;
    }
    const reservation = await reserveRelease({ ...settings, metadata });
    say(`✓ Reserved: ${reservation.doi} (draft ${reservation.depositionId}, ${reservation.url})`);
    await writeWhole(config.root, config.reservation, formatReservation(reservation));
    say(`✓ Reservation saved: ${config.reservation}`);
    if (!options.write) return;
    const plan = await planReservation(config, reservation, metadata.publication_date ?? null);
    if (plan.findings.some(isError)) throw PluginError.of(plan.findings);
    if (plan.findings.length > 0) say(formatFindings(plan.findings));
    for (const file of await applyFinalize(config.root, plan)) say(`✓ DOI written: ${file}`);
    say(
      archive === null
        ? 'ℹ Next: freeze, so that the signature covers the DOI, then zenodo-deploy'
        : `ℹ Next: commit, set the tag ${config.tag}, then zenodo-archive`,
    );
  } finally {
    await target.close();
  }
};

export default executor('zenodo-reserve', reserve, (archive, { tag }) => tagToCome(archive, tag));

// A DOI is reserved before the files are frozen, so there is no manifest that the metadata could name.
const beforeTheManifest = '0'.repeat(64);

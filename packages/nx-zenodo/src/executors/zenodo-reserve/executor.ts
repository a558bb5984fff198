import { formatReservation, reserveRelease } from '@nx-zenodo/deposit';
import { writeWhole } from '../../chain/release-output.js';
import { makeMetadata } from '../../chain/metadata.js';
import { depositSettings } from '../../deploy/deposit-settings.js';
import { decideEnvironment, openTarget } from '../../environment/node/open-target.js';
import { executor } from '../run.js';

export default executor('zenodo-reserve', async ({ config, options, workspaceRoot, say }) => {
  const environment = decideEnvironment(options.environment);
  const { deposit: metadata } = (await makeMetadata(config, beforeTheManifest)).metadata;
  const target = await openTarget(environment, workspaceRoot);
  try {
    const settings = await depositSettings(config, environment, target, workspaceRoot, say);
    const reservation = await reserveRelease({ ...settings, metadata });
    await writeWhole(config.root, config.reservation, formatReservation(reservation));
    say(`✓ Reserved: ${reservation.doi} (draft ${reservation.depositionId}, ${reservation.url})`);
    say(`✓ Reservation saved: ${config.reservation}`);
  } finally {
    await target.close();
  }
});

// A DOI is reserved before the files are frozen, so there is no manifest that the metadata could name.
const beforeTheManifest = '0'.repeat(64);

import { join } from 'node:path';
import type { DepositSettings } from '@nx-zenodo/deposit';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';
import type { Environment } from '../environment/environment.js';
import { localStore } from '../environment/node/local-zenodo.js';
import type { DeployTarget } from '../environment/node/open-target.js';
import { readKnownRecord } from '../receipt/node/read-known-record.js';
import type { ReleaseConfig } from '../release-config/release-config.js';
import { askAboutDraft } from '../terminal/node/ask-about-draft.js';
import { ProgressLine } from '../terminal/node/progress-line.js';
import { formatDepositEvent } from '../terminal/deposit-event.js';

/** About which release, with which Zenodo, and to whom it is told. */
export interface Conversation {
  readonly config: ReleaseConfig;
  readonly environment: Environment;
  readonly target: DeployTarget;
  /** Absolute root of the Nx workspace. */
  readonly workspaceRoot: string;
  readonly say: (line: string) => void;
}

/** What every conversation with Zenodo about a release needs. */
export async function depositSettings({
  config,
  environment,
  target,
  workspaceRoot,
  say,
}: Conversation): Promise<DepositSettings> {
  const { apiUrl, token } = target;
  const progress = new ProgressLine(process.stdout);
  return {
    release: { name: config.name, version: config.version },
    environment: { name: environment.name, apiUrl },
    client: createZenodoClient({
      apiUrl,
      token,
      onWait: ({ reason, milliseconds }) => {
        const text = formatDepositEvent({ kind: 'waiting', reason, milliseconds });
        if (text !== null) say(text);
      },
    }),
    known: await readKnownRecord(config, environment.name),
    report: (event) => {
      if (event.kind === 'upload-progress' || event.kind === 'download-progress') {
        progress.show(event);
        return;
      }
      progress.clear();
      const text = formatDepositEvent(event);
      if (text !== null) say(text);
    },
    decide: askAboutDraft,
    // Lock and journal of the local Zenodo live and die with its store.
    ...(environment.name === 'local' ? { stateFolder: localState(workspaceRoot) } : {}),
  };
}

function localState(workspaceRoot: string): string {
  return join(localStore(workspaceRoot), 'deposits');
}

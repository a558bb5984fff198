import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { serveLocalZenodo } from './workspace/local-zenodo.js';
import { createReleaseWorkspace } from './workspace/release-workspace.js';
import type { Outcome, ReleaseWorkspace } from './workspace/release-workspace.js';

let workspace: ReleaseWorkspace;
beforeAll(async () => {
  workspace = await createReleaseWorkspace();
});

function edit(path: string, change: (value: Record<string, never>) => void): void {
  const value = JSON.parse(readFileSync(path, 'utf8'));
  change(value);
  writeFileSync(path, JSON.stringify(value, null, 2));
}

function expectRefusal(outcome: Outcome, code: RegExp): void {
  expect(outcome.output).toMatch(code);
  expect(outcome.code).not.toBe(0);
  expect(outcome.output).not.toContain('Deposition ID');
  expect(outcome.output).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
}

describe('bad input', () => {
  it('when zenodo.release.json has an unknown key and a wrong type, it names both with their lines', () => {
    const folder = workspace.addRelease('unknown-key');
    edit(join(folder, 'zenodo.release.json'), (value) => {
      Object.assign(value, { artefacts: [], name: 7 });
    });
    const outcome = workspace.nx(['run', 'unknown-key:freeze-verify']);
    expectRefusal(outcome, /NZ2003 zenodo\.release\.json:\d+:\d+ \(artefacts\)/);
    expect(outcome.output).toMatch(/NZ2004 zenodo\.release\.json:\d+:\d+ \(name\)/);
  });

  it('when zenodo.metadata.json has an unknown key and a wrong type, it names both', () => {
    const folder = workspace.addRelease('bad-metadata');
    edit(join(folder, 'zenodo.metadata.json'), (value) => {
      Object.assign(value['metadata'] ?? {}, { titel: 'x', keywords: 'one' });
    });
    const outcome = workspace.nx(['run', 'bad-metadata:zenodo-deploy']);
    expectRefusal(outcome, /NZ3\d{3} zenodo\.metadata\.json:\d+:\d+ \(.*titel\)/);
    expect(outcome.output).toMatch(/NZ3\d{3} zenodo\.metadata\.json:\d+:\d+ \(.*keywords\)/);
  });

  it('when the metadata states another version than the release, it refuses', () => {
    const folder = workspace.addRelease('other-version');
    edit(join(folder, 'zenodo.metadata.json'), (value) => {
      Object.assign(value['metadata'] ?? {}, { version: 'v0.03' });
    });
    expectRefusal(workspace.nx(['run', 'other-version:zenodo-deploy']), /NZ3\d{3}.*version/);
  });

  it('when the signature holds no digest, it says that it proves nothing', () => {
    const folder = workspace.addRelease('no-digest');
    writeFileSync(
      join(folder, 'T4_FINAL_SIGNATURE.sha256'),
      '# frozen\ndocs/T4_CLOSURE_BRIEF.md\n',
    );
    expectRefusal(
      workspace.nx(['run', 'no-digest:zenodo-deploy']),
      /NZ1\d{3} T4_FINAL_SIGNATURE\.sha256/,
    );
  });
});

describe('the environment', () => {
  it('when no token is set, it names the variables', () => {
    workspace.addRelease('no-token');
    const outcome = workspace.nx([
      'run',
      'no-token:zenodo-deploy:sandbox',
      '--confirm=v0.02-final',
    ]);
    expectRefusal(outcome, /NZ9010.*ZENODO_SANDBOX_TOKEN/);
  });

  it('when nobody can be asked and nothing is confirmed, nothing is sent', () => {
    workspace.addRelease('unconfirmed');
    const token = { ZENODO_SANDBOX_TOKEN: 'x', ZENODO_API: 'http://127.0.0.1:1/api' };
    expectRefusal(workspace.nx(['run', 'unconfirmed:zenodo-deploy:sandbox'], token), /NZ9015/);
    const other = ['run', 'unconfirmed:zenodo-deploy:sandbox', '--confirm=v0.02'];
    expectRefusal(workspace.nx(other, token), /NZ9015.*"v0\.02"/);
  });

  it('when the API cannot be reached, one coded error says so', () => {
    workspace.addRelease('unreachable');
    const variables = {
      ZENODO_SANDBOX_TOKEN: 'hidden-token',
      ZENODO_API: 'http://127.0.0.1:1/api',
    };
    const args = ['run', 'unreachable:zenodo-deploy:sandbox', '--confirm=v0.02-final'];
    const outcome = workspace.nx(args, variables);
    expectRefusal(outcome, /NZ5\d{3}/);
    expect(outcome.output).not.toContain('hidden-token');
  });

  it('when the token is wrong, it says so and the right one goes through afterwards', async () => {
    workspace.addRelease('wrong-token');
    const zenodo = await serveLocalZenodo(workspace);
    const args = ['run', 'wrong-token:zenodo-deploy:sandbox', '--confirm=v0.02-final'];
    try {
      const kept = join(workspace.root, 'kept');
      const folders = {
        NX_CACHE_DIRECTORY: join(kept, 'cache'),
        NX_WORKSPACE_DATA_DIRECTORY: join(kept, 'data'),
        XDG_STATE_HOME: join(kept, 'state'),
      };
      const wrong = { ...folders, ZENODO_API: zenodo.apiUrl, ZENODO_TOKEN: 'hidden-token' };
      const refused = workspace.nx(args, wrong);
      expectRefusal(refused, /NZ5\d{3}/);
      expect(refused.output).not.toContain('hidden-token');
      const right = workspace.nx(args, { ...wrong, ZENODO_TOKEN: zenodo.token });
      expect(right.output).toMatch(/^DOI: 10\.5072\/zenodo\.\d+$/m);
      expect(right.code).toBe(0);
      expect(right.output).not.toContain(zenodo.token);
      // Journal, receipt, cache and everything else that the two runs have left behind.
      for (const told of ['done: it is published', 'All checks passed']) {
        expect(filesHolding(kept, told)).not.toEqual([]);
      }
      for (const token of ['hidden-token', zenodo.token]) {
        expect(filesHolding(workspace.root, token)).toEqual([]);
      }
    } finally {
      await zenodo.close();
    }
  });
});

/** Files below a folder, but what is installed, whose bytes hold a text. */
function filesHolding(folder: string, text: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.includes(`${sep}node_modules${sep}`))
    .filter((path) => readFileSync(path).includes(text));
}

import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { createReleaseWorkspace } from './workspace/release-workspace.js';
import type { ReleaseWorkspace } from './workspace/release-workspace.js';

let workspace: ReleaseWorkspace;
beforeAll(async () => {
  workspace = await createReleaseWorkspace();
});

const affected = ['affected', '-t', 'freeze-verify', 'validate', '--output-style=static'];

describe('nx affected', () => {
  it('when one artifact of one release changes, only that release is checked, and it fails', () => {
    workspace.addRelease('steady');
    const folder = workspace.addRelease('touched');
    workspace.git('add', '-A');
    workspace.git('commit', '--quiet', '-m', 'Two releases');
    expect(workspace.nx([...affected, '--base=HEAD']).output).toContain('No tasks were run');
    appendFileSync(join(folder, 'docs/T4_CLOSURE_BRIEF.md'), 'x\n');
    const { code, output } = workspace.nx([...affected, '--base=HEAD']);
    expect(code).not.toBe(0);
    expect(output).toMatch(/NZ1\d{3} docs\/T4_CLOSURE_BRIEF\.md/);
    expect(output).not.toContain('steady:');
  });

  it('when nothing changed, the second chain comes from the cache', () => {
    workspace.addRelease('cached');
    expect(workspace.nx(['run', 'cached:bundle']).code).toBe(0);
    const again = workspace.nx(['run', 'cached:bundle', '--output-style=static']);
    expect(again.output.match(/\[existing outputs match the cache|\[local cache\]/g)).toHaveLength(
      5,
    );
  });
});

import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { serveLocalZenodo } from './workspace/local-zenodo.js';
import { createReleaseWorkspace } from './workspace/release-workspace.js';
import type { Outcome, ReleaseWorkspace } from './workspace/release-workspace.js';

let workspace: ReleaseWorkspace;
beforeAll(async () => {
  workspace = await createReleaseWorkspace();
});

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const doiIn = ({ output }: Outcome) => /^DOI: (\S+)$/m.exec(output)?.[1];
const receiptOf = (folder: string) => join(folder, 'docs/releases/v0.02-final-ZENODO.json');

/** Ids of all records that the local Zenodo holds, newest first. */
async function publishedTitles(): Promise<number> {
  const zenodo = await serveLocalZenodo(workspace);
  try {
    const answer = await fetch(`${zenodo.apiUrl}/records?size=25&all_versions=1`);
    const found = (await answer.json()) as { hits: { total: number } };
    return found.hits.total;
  } finally {
    await zenodo.close();
  }
}

describe('zenodo-deploy in a fresh workspace', () => {
  it('when the release is sound, it publishes six files that read back byte for byte', async () => {
    const folder = workspace.addRelease('sound');
    const deployed = workspace.nx(['run', 'sound:zenodo-deploy']);
    expect(deployed).toMatchObject({ code: 0 });
    expect(deployed.output).toContain('All checks passed: 8/8');
    expect(deployed.output).toMatch(/^Deposition ID: \d+$/m);
    expect(deployed.output).toMatch(/^DOI: 10\.5072\/zenodo\.\d+$/m);
    expect(deployed.output).toMatch(/^Concept DOI: 10\.5072\/zenodo\.\d+$/m);
    expect(deployed.output).toMatch(/^Record URL: http:\/\/127\.0\.0\.1:\d+\/records?\/\d+$/m);
    expect(deployed.output).toMatch(/Dominguez, G\. \(2025\)\..*\[Computer software\]\. Zenodo\./s);
    expect(deployed.output).toContain('[![DOI](');

    const receipt = JSON.parse(readFileSync(receiptOf(folder), 'utf8'));
    const zenodo = await serveLocalZenodo(workspace);
    try {
      const record = await (await fetch(`${zenodo.apiUrl}/records/${receipt.recordId}`)).json();
      expect(record).toMatchObject({ doi: doiIn(deployed), metadata: { version: 'v0.02-final' } });
      const files = (record as { files: { key: string; links: { self: string } }[] }).files;
      expect(files.map((file) => file.key).sort()).toEqual([
        'META_REGISTRY.json',
        'RELEASE_MANIFEST.json',
        'T4_CLOSURE_BRIEF.md',
        'T4_FINAL_SIGNATURE.sha256',
        'T4_INFRASTRUCTURE_SUMMARY.md',
        'v0.02-final-RELEASE_NOTES.md',
      ]);
      for (const { key, links } of files) {
        const served = new Uint8Array(await (await fetch(links.self)).arrayBuffer());
        const sent = receipt.files.find((file: { key: string }) => file.key === key);
        expect([key, sha256(served)]).toEqual([key, sent.sha256]);
      }
      const page = await fetch(receipt.recordUrl, { headers: { accept: 'text/html' } });
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('T4/0.01% Infrastructure');
    } finally {
      await zenodo.close();
    }
  });

  it('when it is run again with nothing changed, it says so and makes no second record', async () => {
    const folder = workspace.addRelease('twice');
    const first = workspace.nx(['run', 'twice:zenodo-deploy']);
    const records = await publishedTitles();
    const second = workspace.nx(['run', 'twice:zenodo-deploy']);
    rmSync(receiptOf(folder));
    const third = workspace.nx(['run', 'twice:zenodo-deploy']);
    expect([first.code, second.code, third.code]).toEqual([0, 0, 0]);
    expect([doiIn(second), doiIn(third)]).toEqual([doiIn(first), doiIn(first)]);
    expect(second.output).toContain('Nothing to publish');
    expect(await publishedTitles()).toBe(records);
  });
});

describe('the gate', () => {
  it('when an artifact is changed, neither the chain nor deploy alone gets past it', async () => {
    const folder = workspace.addRelease('tampered');
    expect(workspace.nx(['run', 'tampered:bundle']).code).toBe(0);
    const records = await publishedTitles();
    appendFileSync(join(folder, 'docs/T4_CLOSURE_BRIEF.md'), 'one more line\n');
    const chain = workspace.nx(['run', 'tampered:zenodo-deploy']);
    const alone = workspace.nx(['run', 'tampered:zenodo-deploy', '--exclude-task-dependencies']);
    expect(chain.code).not.toBe(0);
    expect(alone.code).not.toBe(0);
    expect(alone.output).toMatch(/NZ1\d{3} docs\/T4_CLOSURE_BRIEF\.md/);
    expect(await publishedTitles()).toBe(records);
  });

  it.each([
    ['dist/release/RELEASE_MANIFEST.json', '"passed":8', '"passed":9'],
    ['dist/release/release-metadata.json', 'Dominguez', 'Somebody'],
    ['dist/release/bundle.json', 'T4_CLOSURE_BRIEF.md"', 'T4_CLOSURE.md"'],
  ])(
    'when %s is edited after the chain, it names the file and sends nothing',
    async (file, from, to) => {
      const project = `edited-${file.replaceAll(/\W/g, '-').toLowerCase()}`;
      const folder = workspace.addRelease(project);
      expect(workspace.nx(['run', `${project}:bundle`]).code).toBe(0);
      const text = readFileSync(join(folder, file), 'utf8');
      expect(text).toContain(from);
      writeFileSync(join(folder, file), text.replace(from, to));
      const alone = workspace.nx([
        'run',
        `${project}:zenodo-deploy`,
        '--exclude-task-dependencies',
      ]);
      expect(alone.code).not.toBe(0);
      expect(alone.output).toContain(`NZ9021 ${file}`);
      expect(alone.output).not.toContain('Deposition ID');
    },
  );

  it('when the chain was never run, it names the gap', () => {
    workspace.addRelease('gap');
    const alone = workspace.nx(['run', 'gap:zenodo-deploy', '--exclude-task-dependencies']);
    expect(alone.code).not.toBe(0);
    expect(alone.output).toContain('NZ9020');
  });

  it('when the receipt is edited, the record is still the one that Zenodo holds', () => {
    const folder = workspace.addRelease('forged');
    const first = workspace.nx(['run', 'forged:zenodo-deploy']);
    const text = readFileSync(receiptOf(folder), 'utf8');
    writeFileSync(
      receiptOf(folder),
      text.replaceAll(/10\.5072\/zenodo\.\d+/g, '10.5072/zenodo.999999'),
    );
    const second = workspace.nx(['run', 'forged:zenodo-deploy']);
    expect(second.code).toBe(0);
    expect(doiIn(second)).toBe(doiIn(first));
  });
});

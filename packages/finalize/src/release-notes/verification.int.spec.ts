import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { sampleManifest, samplePublished } from '../testing/sample-release.js';
import { scratchFolder, scratchRepository } from '../testing/scratch-folder.js';
import { formatVerification } from './verification.js';

const run = promisify(execFile);
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const shellBlocks = (markdown: string) =>
  [...markdown.matchAll(/^(`{3,})sh\n([\s\S]*?)\n\1$/gm)].map((match) => match[2]!);

const contents: Readonly<Record<string, string>> = {
  'notes.md': 'notes\n',
  "it's a file.txt": 'quoted\n',
  '-dash.txt': 'dash\n',
  'Ünïcode &c.txt': 'unicode\n',
};

/** Serves files as a record does; `tamper` changes what one of them says. */
async function recordServer(tamper?: string) {
  const server = createServer((request, response) => {
    const name = decodeURIComponent(
      /\/files\/([^?]+)\?download=1$/.exec(request.url ?? '')?.[1] ?? '',
    );
    const text = contents[name];
    response.statusCode = text === undefined ? 404 : 200;
    response.end(name === tamper ? 'other\n' : text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/records/7`, close: () => server.close() };
}

const publishedAt = (recordUrl: string) =>
  samplePublished({
    recordUrl,
    files: Object.entries(contents).map(([key, text]) => ({
      key,
      size: text.length,
      sha256: sha256(text),
    })),
  });

describe('the instructions of a release, run as they are written', () => {
  it('when the record serves what was published, every file is OK', async () => {
    const folder = await scratchFolder();
    const server = await recordServer();
    const [script] = shellBlocks(formatVerification(null, publishedAt(server.url)));
    const { stdout } = await run('sh', ['-e', '-c', script!], { cwd: folder.root });
    expect(stdout.match(/: OK$/gm)).toHaveLength(Object.keys(contents).length);
    server.close();
    await folder.dispose();
  });

  it('when one byte differs, the check fails and names the file', async () => {
    const folder = await scratchFolder();
    const server = await recordServer('notes.md');
    const [script] = shellBlocks(formatVerification(null, publishedAt(server.url)));
    await expect(run('sh', ['-e', '-c', script!], { cwd: folder.root })).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('notes.md: FAILED'),
    });
    server.close();
    await folder.dispose();
  });

  it('when the tree is checked out at the tag, the signature holds', async () => {
    const folder = await scratchRepository({
      'apps/x y/notes.md': 'notes\n',
      'apps/x y/sums.sha256': `${sha256('notes\n')}  notes.md\n`,
    });
    folder.git('tag', 'v1.2.0');
    await folder.write('apps/x y/notes.md', 'changed\n');
    folder.git('commit', '--quiet', '-am', 'Change the notes after the release');
    const text = formatVerification(sampleManifest(), samplePublished(), {
      releaseRoot: 'apps/x y',
    });
    const script = shellBlocks(text)[1]!;
    const { stdout } = await run('sh', ['-e', '-c', script], { cwd: folder.root });
    expect(stdout).toBe('notes.md: OK\n');
    await folder.dispose();
  });
});

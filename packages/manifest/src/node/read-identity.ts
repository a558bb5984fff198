import { finding, ManifestError } from '../manifest-error.js';
import type { ReleaseIdentity } from '../release-manifest.js';
import { askGit } from './git.js';

/** Which release to look for. */
export interface IdentityRequest {
  /** The release root: the repository, or a folder in it. */
  readonly root: string;
  readonly name: string;
  readonly version: string;
  /** The tag of the release; without it the tags `<version>` and `v<version>` are tried. */
  readonly tag?: string;
}

/**
 * Reads from git which release this is: the tag, its commit and its date. All three are null outside a
 * repository, without git, and where the tag does not stand. Throws ManifestError NZ2505 when git refuses.
 */
export async function readReleaseIdentity(request: IdentityRequest): Promise<ReleaseIdentity> {
  const { root, name, version } = request;
  const nothing = { name, version, tag: null, commit: null, date: null };
  if (!(await isRepository(root))) return nothing;
  const candidates = request.tag === undefined ? [version, `v${version}`] : [request.tag];
  for (const tag of candidates) {
    const commit = await askGit(root, [
      'rev-parse',
      '--verify',
      '--quiet',
      `refs/tags/${tag}^{commit}`,
    ]);
    if (!commit.ok || commit.text === '') continue;
    return { name, version, tag, commit: commit.text, date: await dateOf(root, tag, commit.text) };
  }
  return nothing;
}

async function isRepository(root: string): Promise<boolean> {
  const answer = await askGit(root, ['rev-parse', '--is-inside-work-tree']);
  if (answer.ok) return answer.text === 'true';
  if (answer.status === 'not-found' || answer.message.includes('not a git repository'))
    return false;
  throw new ManifestError([
    finding('NZ2505', `git refused to read the repository: ${answer.message}`),
  ]);
}

// An annotated tag has a date of its own (its tagger's); a lightweight one is as old as its commit.
async function dateOf(root: string, tag: string, commit: string): Promise<string> {
  const format = '--format=%(taggerdate:unix)';
  const tagged = await askGit(root, ['for-each-ref', format, `refs/tags/${tag}`]);
  const committed = await askGit(root, ['show', '-s', '--format=%ct', commit]);
  const seconds = [tagged, committed].map((answer) => (answer.ok ? answer.text : ''));
  const known = seconds.find((text) => /^\d+$/.test(text));
  if (known === undefined) {
    throw new ManifestError([finding('NZ2505', `git gives no date for the tag ${tag}.`)]);
  }
  return new Date(Number(known) * 1000).toISOString().replace('.000Z', 'Z');
}

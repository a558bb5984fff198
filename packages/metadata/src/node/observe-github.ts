import { resolveGithubRelease } from '../github/resolve-github.js';
import type { GithubOutcome } from '../github/github-outcome.js';
import type { GithubContributor, GithubRelease } from '../github/github-release.js';
import { LICENSE_FILES } from '../resolve/precedence.js';
import { recogniseLicense } from '../source/license-text.js';
import { runGit, tagNamed, tagOf } from './git-source.js';
import { licenseTemplates } from './license-templates.js';
import { readSource } from './read-source.js';
import { renderMarkdown } from './render-markdown.js';

/** What is asked: the folder of the repository, and the release that would be published there. */
export interface GithubQuestion {
  /** Absolute path; the integration only reads files in the root of a repository. */
  readonly root: string;
  readonly version: string;
  /** Markdown of the release notes, '' for none. */
  readonly releaseNotes: string;
  /** The same as HTML already. */
  readonly bodyHtml?: string;
  /** `owner/repository`; that of the remote `origin` otherwise. */
  readonly fullName?: string;
  /**
   * Where git is asked and for which tag, where the root is not the repository's own folder. The release then
   * counts as handled on the day of the tag, so that the answer is the same on every day.
   */
  readonly history?: { readonly root: string; readonly tag: string };
}

async function repositoryName(root: string): Promise<string> {
  const url = (await runGit(root, 'remote', 'get-url', 'origin')) ?? '';
  const match = /github\.com[/:]([^/]+\/[^/]+?)(?:\.git)?\/?$/.exec(url);
  return match?.[1] ?? 'owner/repository';
}

/**
 * The licence that GitHub would detect in the root, NOASSERTION for a text it does not know, null without any. It
 * names licences as SPDX did before 3.0: GPL-3.0 for both of its forms.
 */
export async function detectLicense(root: string): Promise<string | null> {
  for (const file of LICENSE_FILES) {
    const { bytes } = await readSource(root, file);
    if (bytes === null) continue;
    const guess = recogniseLicense(bytes.toString('utf8'), licenseTemplates());
    return guess === null ? 'NOASSERTION' : guess.id.replace(/-only$/, '');
  }
  return null;
}

async function contributorsOf(root: string, ref: string): Promise<GithubContributor[]> {
  const log = (await runGit(root, 'shortlog', '-sn', ref)) ?? '';
  return log.split('\n').flatMap((line): GithubContributor[] => {
    const [, count, name] = /^\s*(\d+)\s+(.+)$/.exec(line) ?? [];
    if (name === undefined) return [];
    const type = /\[bot\]$/.test(name) ? 'Bot' : 'User';
    return [{ login: name, name, type, contributions: Number(count) }];
  });
}

/**
 * What Zenodo's GitHub integration would publish for a release of this folder. The files are read as they stand;
 * what only GitHub knows is taken from git: names of the commits for profiles, the LICENSE text for the
 * detected licence.
 */
export async function observeGithubOutcome(question: GithubQuestion): Promise<GithubOutcome> {
  const { root, version, history } = question;
  const folder = history?.root ?? root;
  const tag = await (history === undefined ? tagOf(root, version) : tagNamed(folder, history.tag));
  const today = new Date().toISOString();
  const fullName = question.fullName ?? (await repositoryName(folder));
  const release: GithubRelease = {
    fullName,
    tag: tag?.name ?? version,
    releaseName: '',
    bodyHtml: question.bodyHtml ?? (await renderMarkdown(question.releaseNotes)),
    repositoryDescription: '',
    publishedAt: tag?.date ?? today,
    detectedLicense: await detectLicense(root),
    contributors: await contributorsOf(folder, tag === null ? 'HEAD' : `refs/tags/${tag.name}`),
    owner: { name: fullName.split('/')[0] ?? fullName },
    processingDate: history === undefined || tag === null ? today.slice(0, 10) : tag.date,
  };
  const [zenodoJson, citationCff] = await Promise.all([
    readSource(root, '.zenodo.json'),
    readSource(root, 'CITATION.cff'),
  ]);
  return resolveGithubRelease(release, {
    zenodoJson: zenodoJson.bytes ?? undefined,
    citationCff: citationCff.bytes ?? undefined,
  });
}

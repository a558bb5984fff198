import { resolveGithubRelease } from '@nx-zenodo/metadata';
import type { GithubOutcome, GithubRelease } from '@nx-zenodo/metadata';
import type { PreviewOutcome } from '@nx-zenodo/record-page';
import type { GithubFacts, PreviewFacts } from './preview-facts.js';
import { viewDraft } from './view-draft.js';

type Refused = Extract<GithubOutcome, { accepted: false }>;

/** What Zenodo's GitHub integration would have published for the tag of the release. */
export function viewGithubOutcome({
  github,
  tag,
  today,
}: Pick<PreviewFacts, 'github' | 'tag' | 'today'>): PreviewOutcome {
  const fullName = github.fullName ?? '';
  const outcome = resolveGithubRelease(githubRelease(github, fullName, tag, today), github.files);
  if (!outcome.accepted) return viewRefusal(outcome);
  if (fullName === '') {
    const message =
      'No repository on GitHub is known: neither the remote `origin` nor a related identifier names one.';
    return { kind: 'absent', message };
  }
  const access = { record: 'public', files: 'public' } as const;
  const record = viewDraft({ metadata: outcome.published, customFields: {}, access });
  // The integration archives the whole repository under this name (Zenodo, github integration).
  return { kind: 'record', record: { ...record, files: [{ key: `${fullName}-${tag}.zip` }] } };
}

function githubRelease(
  { bodyHtml, detectedLicense, contributors }: GithubFacts,
  fullName: string,
  tag: string,
  today: string,
): GithubRelease {
  return {
    fullName,
    tag,
    releaseName: tag,
    bodyHtml,
    repositoryDescription: '',
    publishedAt: `${today}T00:00:00Z`,
    detectedLicense,
    contributors,
    owner: fullName === '' ? null : { name: fullName.split('/')[0] ?? '' },
    processingDate: today,
  };
}

const steps: Readonly<Record<Refused['stage'], string>> = {
  load: 'reading',
  'create-draft': 'creating the draft',
  publish: 'publishing',
};

function viewRefusal({ stage, usedFile, zenodoMessage, detail }: Refused): PreviewOutcome {
  const step = usedFile === null ? steps[stage] : `${steps[stage]}, from ${usedFile}`;
  const more = detail.filter((line) => !zenodoMessage.includes(line));
  const message = [zenodoMessage, ...more].filter((line) => line !== '').join(' — ');
  return { kind: 'failure', stage: stage === 'load' ? `reading ${usedFile}` : step, message };
}

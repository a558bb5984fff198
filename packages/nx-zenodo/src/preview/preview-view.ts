import type { PreviewView } from '@nx-zenodo/record-page';
import type { PreviewFacts } from './preview-facts.js';
import { previewNotice } from './preview-notice.js';
import { viewGithubOutcome } from './view-github-outcome.js';
import { lastReceipt, viewLastPublished } from './view-last-published.js';
import { viewOurRecord } from './view-our-record.js';

/** The three outcomes of one release: the GitHub integration's, ours, and what was published last. */
export function buildPreviewView(facts: PreviewFacts): PreviewView {
  const last = lastReceipt(facts.receipts);
  return {
    project: facts.project,
    record: viewOurRecord(facts, previewNotice(facts, last)),
    githubIntegration: viewGithubOutcome(facts),
    lastPublished: viewLastPublished(last, facts.today),
  };
}

import type { SavedReceipt } from '@nx-zenodo/deposit';
import type { PreviewFacts } from './preview-facts.js';

/** What a reader has to know about how the page was made. */
export function previewNotice(facts: PreviewFacts, last: SavedReceipt | null): string {
  const { isRefused, isBundled } = facts;
  const rehearsed = last !== null && last.environment.name !== 'production';
  return [
    isRefused &&
      'The metadata has errors: shown is what can be read and what Zenodo would take of it.',
    !isBundled && 'No bundle is made yet: the files are those that the configuration names.',
    'Made without network: what GitHub knows is taken from git, the licence file and the release notes.',
    rehearsed && `The last published version is that of the environment ${last.environment.name}.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}

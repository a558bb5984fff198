import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { formatBadge } from '../badge/markup.js';
import { formatCitationBlock } from '../citation-section/update-citation-section.js';
import type { Citation } from '../citation-section/update-citation-section.js';
import { doiUrl } from '../doi/doi.js';
import { markedBlock, replaceBlock } from '../markdown/marked-block.js';
import type { PublishedRelease } from '../published/published-release.js';
import { formatVerification } from '../release-notes/verification.js';
import type { VerificationPlace } from '../release-notes/verification.js';
import type { UpdatedText } from '../text/document-text.js';
import { updatedText } from '../text/document-text.js';
import { endedLine, withLineEnding } from '../text/lines.js';

/** What the description of a release on a forge says about the record. */
export interface ReleaseDescription extends VerificationPlace {
  readonly published: PublishedRelease;
  readonly manifest: ReleaseManifest | null;
  readonly citation: Citation;
}

/**
 * Adds badge, citation and verification to the description of a release on a forge, between the `release`
 * markers; a second run replaces them. The badge shows the version DOI: the page is that of one version.
 */
export function updateReleaseDescription(text: string, release: ReleaseDescription): UpdatedText {
  const { published, manifest, citation } = release;
  const content = [
    formatBadge(published.doi, published.site, 'markdown'),
    '',
    `Archived on Zenodo: ${published.recordUrl}`,
    ...(published.doi === published.conceptDoi
      ? []
      : ['', `All versions: ${doiUrl(published.conceptDoi, published.site)}`]),
    '',
    '### How to cite',
    '',
    formatCitationBlock(citation),
    '',
    '### How to verify',
    '',
    formatVerification(manifest, published, release),
  ].join('\n');
  const replaced = replaceBlock(text, 'release description', 'release', content);
  if (replaced.kind === 'replaced') return updatedText(replaced.text);
  if (replaced.kind === 'unpaired') return { text, findings: replaced.findings };
  const whole = endedLine(text);
  const gap = whole === '' ? '' : '\n';
  return updatedText(withLineEnding(`${whole}${gap}${markedBlock('release', content)}`, text));
}

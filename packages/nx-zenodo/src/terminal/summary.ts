import { badgeMarkdown, formatCitation } from '@nx-zenodo/metadata';
import type { DepositReceipt } from '@nx-zenodo/deposit';
import type { ReleaseMetadata } from '@nx-zenodo/metadata';

const headings: Record<DepositReceipt['outcome'], string> = {
  published: '🎉 Zenodo deposition published',
  edited: 'The metadata of the record was edited; its DOI and its files stay',
  unchanged: 'Nothing to publish: this release is on Zenodo already',
};
const rule = '━'.repeat(54);

/** What a person keeps after publication: ids, DOIs, address, citation, badge, and what to do next. */
export async function formatSummary(
  receipt: DepositReceipt,
  metadata: ReleaseMetadata,
  receiptPath: string,
  serveCommand: string,
): Promise<string> {
  const { deposit } = metadata;
  const site = new URL(receipt.recordUrl).origin;
  const citation = await formatCitation({ deposit, doi: receipt.doi, style: 'apa' });
  return [
    rule,
    headings[receipt.outcome],
    rule,
    '',
    `Deposition ID: ${receipt.depositionId}`,
    `DOI: ${receipt.doi}`,
    `Concept DOI: ${receipt.conceptDoi ?? 'none (the DOI was minted elsewhere)'}`,
    `Record URL: ${receipt.recordUrl}`,
    '',
    'Citation (APA):',
    `  ${citation.trim()}`,
    '',
    'Badge (Markdown), this version:',
    `  ${badgeMarkdown(receipt.doi, site)}`,
    ...conceptBadge(receipt, site),
    '',
    rule,
    '',
    ...nextSteps(receipt, receiptPath, serveCommand),
  ].join('\n');
}

function conceptBadge({ conceptDoi }: DepositReceipt, site: string): string[] {
  if (conceptDoi === null) return [];
  return ['Badge (Markdown), always the newest version:', `  ${badgeMarkdown(conceptDoi, site)}`];
}

function nextSteps(receipt: DepositReceipt, receiptPath: string, serveCommand: string): string[] {
  const open = `Open the record: ${receipt.recordUrl}`;
  if (receipt.environment.name === 'local') {
    return [
      'Next steps:',
      `  1. Serve the local Zenodo: ${serveCommand}`,
      `  2. ${open}`,
      '  3. Rehearse on the sandbox: add :sandbox to the target, with ZENODO_SANDBOX_TOKEN set',
      '  4. Publish for good: add :production to the target, with ZENODO_PRODUCTION_TOKEN set',
    ];
  }
  return [
    'Next steps:',
    `  1. ${open}`,
    '  2. Add the DOI badge to README.md',
    '  3. Put the DOI into the release notes and the citation',
    `  4. Commit the receipt: git add ${receiptPath}`,
  ];
}

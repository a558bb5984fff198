import type { ReleaseMetadata } from '@nx-zenodo/metadata';

type Deposit = ReleaseMetadata['deposit'];

/**
 * The web addresses that the metadata of a release sends its readers to, each once: related works, subjects, and
 * what the texts link to. DOIs are asked at doi.org.
 */
export function releaseLinks(deposit: Deposit): readonly string[] {
  const identifiers = [...(deposit.related_identifiers ?? []), ...(deposit.subjects ?? [])].map(
    ({ identifier }) => identifier ?? '',
  );
  const texts = [deposit.description, deposit.notes, deposit.method, ...(deposit.references ?? [])];
  const links = [
    ...identifiers.map(addressOf),
    ...texts.flatMap((text) => (text ?? '').match(/https?:\/\/[^\s"'<>]+/g) ?? []).map(bare),
  ];
  return [...new Set(links.filter((link) => link !== null && URL.canParse(link)))] as string[];
}

function addressOf(identifier: string): string | null {
  if (/^https?:\/\//i.test(identifier)) return identifier;
  const doi = /^(?:doi:)?(10\.\d{4,9}\/\S+)$/i.exec(identifier.trim())?.[1];
  return doi === undefined ? null : `https://doi.org/${encodeURI(doi)}`;
}

// A full stop or a bracket behind an address in a sentence is not part of it; &amp; is HTML for &.
function bare(link: string): string {
  return link.replaceAll('&amp;', '&').replace(/[.,;:!?)\]]+$/, '');
}

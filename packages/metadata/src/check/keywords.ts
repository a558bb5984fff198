import type { Finding } from '@nx-zenodo/findings';
import { finding } from '../metadata-error.js';
import type { PlacedMetadata } from '../verdict/zenodo-verdict.js';

/** Keywords that are written twice (case and outer spaces do not matter), and lists in one keyword. */
export function checkKeywords({ metadata, document, base }: PlacedMetadata): Finding[] {
  const first = new Map<string, number>();
  return (metadata.keywords ?? []).flatMap((keyword, index) => {
    const key = keyword.trim().toLowerCase();
    const place = document.place([...base, 'keywords', index]);
    const before = first.get(key);
    if (before !== undefined) {
      const message = `The keyword "${keyword}" stands twice, first as item ${before}.`;
      return [finding('NZ3026', { severity: 'warning', message, place })];
    }
    first.set(key, index);
    if (keyword.split(/[,;]/).length < 3) return [];
    const message = `The keyword "${keyword.slice(0, 60)}" looks like a list; Zenodo does not split it.`;
    return [
      finding('NZ3026', {
        severity: 'warning',
        message,
        cure: 'Make each keyword an item of its own.',
        place,
      }),
    ];
  });
}

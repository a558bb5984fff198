import { afterItems } from './after-items.js';
import { beforeItems } from './before-items.js';
import type { ChecklistFacts } from './checklist-facts.js';
import type { ChecklistItem } from './checklist-item.js';
import { versionItems } from './version-items.js';

/**
 * The checklist before and, once published, after a release, and over all its versions; every line a fact that
 * somebody looked at.
 */
export function statusChecklist({
  before,
  after,
  versions,
}: ChecklistFacts): readonly ChecklistItem[] {
  return [
    ...beforeItems(before),
    ...(after === null ? [] : afterItems(after)),
    ...versionItems(versions),
  ];
}

const signs = { yes: '✓', no: '✗', unknown: '?', inapplicable: '–' } as const;
const titles = {
  before: 'Before publication',
  after: 'After publication',
  versions: 'All versions',
} as const;

/** The checklist as text: a block for each phase, one line an item, the cure below a no, a last line that counts. */
export function formatChecklist(items: readonly ChecklistItem[]): string {
  const width = Math.max(0, ...items.map(({ label }) => label.length));
  const blocks = (['before', 'after', 'versions'] as const).flatMap((phase) => {
    const lines = items
      .filter((item) => item.phase === phase)
      .flatMap((item) => linesOf(item, width));
    return lines.length === 0 ? [] : [[titles[phase], ...lines].join('\n')];
  });
  const counted = (state: ChecklistItem['state']) =>
    items.filter((item) => item.state === state).length;
  const sum = [
    `${counted('yes')} yes`,
    `${counted('no')} no`,
    `${counted('unknown')} not known`,
    `${counted('inapplicable')} not applicable`,
  ];
  return [...blocks, sum.join(', ')].join('\n\n');
}

function linesOf({ state, label, detail, cure }: ChecklistItem, width: number): readonly string[] {
  const line = `  ${signs[state]} ${label.padEnd(width)}  ${detail}`;
  return cure === null ? [line] : [line, `      cure: ${cure}`];
}

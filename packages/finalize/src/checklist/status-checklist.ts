import { afterItems } from './after-items.js';
import { beforeItems } from './before-items.js';
import type { ChecklistFacts } from './checklist-facts.js';
import type { ChecklistItem } from './checklist-item.js';

/** The checklist before and, once published, after a release; every line a fact that somebody looked at. */
export function statusChecklist(facts: ChecklistFacts): readonly ChecklistItem[] {
  return [...beforeItems(facts.before), ...(facts.after === null ? [] : afterItems(facts.after))];
}

const signs = { yes: '✓', no: '✗', unknown: '?' } as const;
const titles = { before: 'Before publication', after: 'After publication' } as const;

/** The checklist as text: a block for each phase, one line an item, and a last line that counts. */
export function formatChecklist(items: readonly ChecklistItem[]): string {
  const width = Math.max(0, ...items.map(({ label }) => label.length));
  const blocks = (['before', 'after'] as const).flatMap((phase) => {
    const lines = items
      .filter((item) => item.phase === phase)
      .map(({ state, label, detail }) => `  ${signs[state]} ${label.padEnd(width)}  ${detail}`);
    return lines.length === 0 ? [] : [[titles[phase], ...lines].join('\n')];
  });
  const counted = (state: ChecklistItem['state']) =>
    items.filter((item) => item.state === state).length;
  const sum = `${counted('yes')} yes, ${counted('no')} no, ${counted('unknown')} not looked at`;
  return [...blocks, sum].join('\n\n');
}

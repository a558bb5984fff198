import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

type WithAxe = { axe: { run(): Promise<{ violations: Violation[] }> } };

/** What axe finds on a page with all its rules, one line a violation. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Evaluated through the debugger: the page's own policy stays in force and refuses foreign scripts.
  await page.evaluate(axe.source);
  const violations = await page.evaluate(
    async () => (await (globalThis as unknown as WithAxe).axe.run()).violations,
  );
  return violations.map(({ id, nodes: [first, ...more] }) => {
    return `${id} (${more.length + 1}): ${first?.html.slice(0, 160)} ${first?.failureSummary}`;
  });
}

import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe finds on the page, all rules, one line a violation: rule, how many, first element. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Evaluated through the debugger: the page's own policy stays in force and would refuse a script element.
  await page.evaluate(axe.source);
  const found = await page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } }
    ).axe.run();
    return violations;
  });
  return found.map(
    ({ id, nodes }) =>
      `${id} ×${nodes.length}: ${nodes[0]?.html.slice(0, 160)} ${nodes[0]?.failureSummary}`,
  );
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

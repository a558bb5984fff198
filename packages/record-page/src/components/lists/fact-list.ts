import { html } from '../../html/html.js';
import type { Content, SafeHtml } from '../../html/html.js';

/** A name and what is shown behind it. */
export interface Fact {
  readonly label: string;
  readonly content: Content;
}

/** Short facts, each with its name; those without content fall away. */
export function factList(facts: readonly Fact[]): SafeHtml | null {
  const told = facts.filter(
    ({ content }) => content !== null && content !== undefined && content !== false,
  );
  if (told.length === 0) return null;
  return html`<dl class="facts">
    ${told.map(
      ({ label, content }) =>
        html`<div>
          <dt>${label}</dt>
          <dd>${content}</dd>
        </div>`,
    )}
  </dl>`;
}

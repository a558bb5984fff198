import { attribute, html } from '../html/html.js';
import type { Content, SafeHtml } from '../html/html.js';
import type { Slot } from '../findings/field-slot.js';
import type { FindingView } from '../view/finding-view.js';
import { findingList } from './findings/finding-list.js';

/** What a section needs: its place for findings, its heading, its content (null where the record has none). */
export interface Section {
  readonly slot: Slot;
  readonly heading: string;
  readonly content: Content;
  readonly findings: readonly FindingView[];
  /** BCP 47 tag of the content, where it is known. */
  readonly lang?: string | null;
  /** True for a text of the depositor, which may be written from right to left. */
  readonly isProse?: boolean;
}

/** A headed part of the page; it also stands when it is empty and something was found about it. */
export function section(part: Section): SafeHtml | null {
  const isEmpty = part.content === null || part.content === undefined || part.content === false;
  if (isEmpty && part.findings.length === 0) return null;
  return html`<section class="part" aria-labelledby="at-${part.slot}">
    <h2 id="at-${part.slot}" tabindex="-1">${part.heading}</h2>
    ${findingList(part.findings)}
    <div
      class="part-content"
      ${attribute('lang', part.lang)}
      ${attribute('dir', part.isProse === true ? 'auto' : null)}
    >
      ${isEmpty ? html`<p class="nothing">Nothing given.</p>` : part.content}
    </div>
  </section>`;
}

/** The content where the list has members; null where it is empty, so that its section falls away. */
export function whereAny<T>(
  list: readonly T[],
  content: (list: readonly T[]) => Content,
): Content | null {
  return list.length === 0 ? null : content(list);
}

import { html } from '../html/html.js';
import type { SafeHtml } from '../html/html.js';
import { dateInWords, machineDate, momentInWords } from '../words/date.js';

/** A publication date in words, with its machine form where HTML has one. */
export function dateTime(edtf: string): SafeHtml {
  const machine = machineDate(edtf);
  const words = dateInWords(edtf);
  return machine === null ? html`${words}` : html`<time datetime="${machine}">${words}</time>`;
}

/** A moment of the store: created, updated. */
export function momentTime(iso: string): SafeHtml {
  return html`<time datetime="${iso}">${momentInWords(iso)}</time>`;
}

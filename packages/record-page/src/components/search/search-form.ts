import { html } from '../../html/html.js';
import type { SafeHtml } from '../../html/html.js';
import { searchIcon } from '../icon.js';

/** The search of the masthead. */
export function searchForm(action: string, query: string): SafeHtml {
  return html`<form class="search" role="search" method="get" action="${action}">
    <label class="unseen" for="q">Search records</label>
    <input id="q" name="q" type="search" placeholder="Search records" value="${query}" />
    <button class="button" type="submit">${searchIcon}<span class="unseen">Search</span></button>
  </form>`;
}

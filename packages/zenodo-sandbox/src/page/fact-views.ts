import type { FactView } from '@nx-zenodo/record-page';
import { isJsonObject } from '../model/json.js';
import type { Content } from '../model/version.js';

const labels: readonly (readonly [group: string, member: string, label: string, field: string])[] =
  [
    ['journal:journal', 'title', 'Journal', 'journal_title'],
    ['journal:journal', 'volume', 'Journal volume', 'journal_volume'],
    ['journal:journal', 'issue', 'Journal issue', 'journal_issue'],
    ['journal:journal', 'pages', 'Journal pages', 'journal_pages'],
    ['meeting:meeting', 'title', 'Conference', 'conference_title'],
    ['meeting:meeting', 'acronym', 'Conference acronym', 'conference_acronym'],
    ['meeting:meeting', 'dates', 'Conference dates', 'conference_dates'],
    ['meeting:meeting', 'place', 'Conference place', 'conference_place'],
    ['meeting:meeting', 'session', 'Conference session', 'conference_session'],
    ['meeting:meeting', 'session_part', 'Part of the session', 'conference_session_part'],
    ['imprint:imprint', 'title', 'Part of', 'partof_title'],
    ['imprint:imprint', 'pages', 'Pages', 'partof_pages'],
    ['imprint:imprint', 'isbn', 'ISBN', 'imprint_isbn'],
    ['imprint:imprint', 'place', 'Place of publication', 'imprint_place'],
    ['thesis:thesis', 'university', 'University', 'thesis_university'],
    ['code:codeRepository', '', 'Repository', 'custom'],
    ['code:developmentStatus', '', 'Development status', 'custom'],
  ];

/** What has no place of its own on the page. */
export function factViews({ customFields, metadata }: Content): FactView[] {
  const fields = labels.flatMap(([group, member, label, field]) => {
    const value = customFields[group];
    const text = member === '' ? value : isJsonObject(value) ? value[member] : undefined;
    if (typeof text !== 'string') return [];
    return [{ label, text, field, ...(/^https?:\/\//.test(text) ? { url: text } : {}) }];
  });
  const dates = (metadata.dates ?? []).map(({ date = '', type, description }) => ({
    label: `Date: ${type?.id ?? 'other'}`,
    text: description === undefined ? date : `${date} (${description})`,
    field: 'dates',
  }));
  return [...fields, ...dates];
}

import type { DepositDraft, RdmMetadata } from '@nx-zenodo/zenodo-api';
import type { FactView } from '../view/record-view.js';

type CustomFields = DepositDraft['customFields'];

// Custom field, member, name on the page, key of the deposit API that findings speak of.
const table = `
journal:journal title|Journal|journal_title
journal:journal volume|Volume|journal_volume
journal:journal issue|Issue|journal_issue
journal:journal pages|Pages|journal_pages
meeting:meeting title|Conference|conference_title
meeting:meeting acronym|Conference acronym|conference_acronym
meeting:meeting dates|Conference dates|conference_dates
meeting:meeting place|Conference place|conference_place
meeting:meeting url|Conference site|conference_url
meeting:meeting session|Session|conference_session
meeting:meeting session_part|Part of session|conference_session_part
imprint:imprint title|Part of|partof_title
imprint:imprint pages|Pages of the part|partof_pages
imprint:imprint isbn|ISBN|imprint_isbn
imprint:imprint place|Place of publication|imprint_place
thesis:thesis university|Awarding university|thesis_university
code:codeRepository|Code repository|custom
code:programmingLanguage|Programming language|custom
code:developmentStatus|Development status|custom`;

const rows = table
  .trim()
  .split('\n')
  .map((row) => row.split('|'));

function lookUp(fields: CustomFields, path: string): string | null {
  const [name = '', member] = path.split(' ');
  const field = fields[name];
  const value =
    member !== undefined && typeof field === 'object' && field !== null
      ? Object.getOwnPropertyDescriptor(field, member)?.value
      : field;
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  const words = texts.map((text) =>
    typeof text === 'object' && text !== null && 'id' in text ? text.id : text,
  );
  const told = words.filter((text) => typeof text === 'string' && text !== '');
  return told.length === 0 ? null : told.join(', ');
}

function dates(metadata: RdmMetadata): readonly FactView[] {
  return (metadata.dates ?? []).map(({ type, date, description }) => ({
    label: `Date ${type?.id ?? 'other'}`,
    text: [date?.replace('/', ' to '), description].filter((part) => part !== undefined).join(', '),
    field: 'dates',
  }));
}

/** Journal, conference, imprint, thesis, code and dates: the facts that have no part of their own. */
export function viewFacts(metadata: RdmMetadata, fields: CustomFields): readonly FactView[] {
  const told = rows.flatMap(([path = '', label = '', field = '']): FactView[] => {
    const text = lookUp(fields, path);
    if (text === null) return [];
    return [{ label, text, field, ...(/^https?:\/\//.test(text) ? { url: text } : {}) }];
  });
  return [...told, ...dates(metadata)];
}

import { legacyLicenseSpelling, matchLicense } from '@nx-zenodo/zenodo-api';

/** Brings a field into a form in which what was sent and what came back are equal when they mean the same. */
export function comparableField(field: string, value: unknown): unknown {
  if (value === undefined) return undefined;
  switch (field) {
    case 'title':
      return typeof value === 'string' ? value.trim().normalize('NFC') : value;
    case 'license':
      return licenceId(value);
    case 'language':
      return typeof value === 'string' ? value.trim().toLowerCase() : value;
    case 'creators':
    case 'contributors':
      return items(value).map(person);
    case 'related_identifiers':
      return items(value).map(related).sort(byText);
    case 'communities':
      return items(value)
        .map((community) => member(community, 'identifier'))
        .sort();
    case 'grants':
      // Without `::` the funder is the European Commission; such ids come back short or long.
      return items(value).map((grant) => String(member(grant, 'id')).replace(/^.*::/, ''));
    case 'publication_type':
      return value === 'thesis' ? 'dissertation' : value;
    case 'access_right':
      return value === 'closed' ? 'restricted' : value;
    default:
      return typeof value === 'string' ? value.trim() : value;
  }
}

/** The words of an HTML text: Zenodo removes markup it does not allow, and the words stay. */
export function visibleText(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  return value
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}

function person(value: unknown): unknown {
  const text = (key: string) => {
    const found = member(value, key);
    return typeof found === 'string' && found.trim() !== '' ? found.trim() : undefined;
  };
  const name = text('name');
  return {
    // "A,B" comes back as "A, B".
    name: name?.split(',').length === 2 ? name.replace(/\s*,\s*/, ', ') : name,
    affiliation: text('affiliation'),
    orcid: text('orcid')?.replace(/^.*\//, '').toUpperCase(),
    gnd: text('gnd')?.replace(/^.*\//, '').replace(/^gnd:/i, ''),
    type: text('type')?.toLowerCase(),
  };
}

function related(value: unknown): unknown {
  const identifier = String(member(value, 'identifier') ?? '').trim();
  return {
    identifier: identifier.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)(?=10\.)/i, ''),
    relation: String(member(value, 'relation') ?? '').toLowerCase(),
    resource_type: member(value, 'resource_type'),
  };
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

// Zenodo answers in its older spelling of the id: MIT as mit-license, Apache-2.0 as apache2.0.
function licenceId(value: unknown): string {
  const id = typeof value === 'string' ? value : String(member(value, 'id'));
  const match = matchLicense(id);
  return match !== null && 'id' in match ? legacyLicenseSpelling(match.id) : id.toLowerCase();
}

import type { Finding, Severity } from '@nx-zenodo/findings';
import {
  legacyLicenseSpelling,
  licenseAfterRoundTrip,
  toDepositMetadata,
} from '@nx-zenodo/zenodo-api';
import type { DepositDraft, DepositMetadata, DepositPerson } from '@nx-zenodo/zenodo-api';
import { finding } from '../metadata-error.js';
import type { MetadataCode } from '../metadata-error.js';
import type { DocumentPath } from '../document/placed-document.js';
import type { PlacedMetadata } from './zenodo-verdict.js';

interface Change {
  readonly code: MetadataCode;
  readonly severity: Severity;
  readonly path: DocumentPath;
  readonly message: string;
}

const quote = (value: string): string =>
  value.length > 60 ? `"${value.slice(0, 57)}…"` : `"${value}"`;

const change = (path: DocumentPath, message: string, severity: Severity = 'note'): Change => ({
  code: 'NZ3015',
  severity,
  path,
  message,
});

const TEXTS = ['title', 'version', 'imprint_publisher'] as const;
const HTML = ['description', 'notes', 'method'] as const;

function textChanges(sent: DepositMetadata, kept: DepositMetadata): Change[] {
  const plain = TEXTS.flatMap((key) => {
    const [before, after] = [sent[key], kept[key]];
    if (before === undefined || after === undefined || before === after) return [];
    return [change([key], `Zenodo stores \`${key}\` as ${quote(after)}.`)];
  });
  const html = HTML.flatMap((key) => {
    const [before, after] = [sent[key], kept[key]];
    if (before === undefined || after === undefined || before === after) return [];
    const tags = (text: string) => (text.match(/<[a-zA-Z]/g) ?? []).length;
    const lost = tags(before) - tags(after);
    return lost > 0
      ? [
          change(
            [key],
            `Zenodo strips ${lost} element${lost === 1 ? '' : 's'} or more from \`${key}\` and keeps their text.`,
            'warning',
          ),
        ]
      : [change([key], `Zenodo stores \`${key}\` with other quotes, entities or spaces.`)];
  });
  return [...plain, ...html];
}

/** Roles that organisations have: nobody expects a comma in their names. */
const ORGANISATION_ROLES = new Set(
  'Distributor HostingInstitution RegistrationAgency RegistrationAuthority ResearchGroup Sponsor'.split(
    ' ',
  ),
);

function nameChanges(
  list: string,
  people: readonly (DepositPerson & { type?: string })[] = [],
): Change[] {
  return people.flatMap(({ name, type }, index) => {
    const commas = name.split(',').length - 1;
    if (commas === 1) return [];
    const organisation = type !== undefined && ORGANISATION_ROLES.has(type);
    const why = commas === 0 ? 'it has no comma' : `it has ${commas} commas`;
    const message = `Zenodo takes ${quote(name)} as one family name, because ${why}.`;
    const severity = organisation ? 'note' : 'warning';
    return [{ code: 'NZ3016' as const, severity, path: [list, index, 'name'], message }];
  });
}

function licenseChanges(
  sent: DepositMetadata,
  draft: DepositDraft,
  unreadable: ReadonlySet<string>,
): Change[] {
  const id = draft.metadata.rights?.[0]?.id;
  const written = typeof sent.license === 'string' ? sent.license : sent.license?.id;
  if (written === undefined) {
    if (unreadable.has('license')) return [];
    const message = `No \`license\` is stated; Zenodo will publish under ${id ?? 'none'}.`;
    return [{ code: 'NZ3017', severity: 'warning', path: [], message }];
  }
  if (id === undefined)
    return [change(['license'], 'Zenodo keeps only the title of this licence.', 'warning')];
  const answered = legacyLicenseSpelling(id);
  const resent = licenseAfterRoundTrip(id);
  if (resent !== id) {
    const message = `Zenodo stores ${id} but answers "${answered}", which sent back means ${resent ?? 'nothing'}.`;
    return [change(['license'], message, 'warning')];
  }
  if (written.trim().toLowerCase() === id) return [];
  const severity =
    written.toLowerCase().replace(/-only$/, '') === id.replace(/-only$/, '') ? 'note' : 'warning';
  return [change(['license'], `Zenodo reads the licence ${quote(written)} as ${id}.`, severity)];
}

function identifierChanges(sent: DepositMetadata, draft: DepositDraft): Change[] {
  const stored = [...(draft.metadata.related_identifiers ?? [])];
  const alternates = [...(draft.metadata.identifiers ?? [])];
  return (sent.related_identifiers ?? []).flatMap((entry, index) => {
    const kept = entry.relation === 'isAlternateIdentifier' ? alternates.shift() : stored.shift();
    const path = ['related_identifiers', index];
    const { identifier = '', scheme = '' } = kept ?? {};
    return [
      ...(entry.scheme !== undefined && entry.scheme.toLowerCase() !== scheme
        ? [
            change(
              [...path, 'scheme'],
              `Zenodo detects the scheme ${scheme} and ignores "${entry.scheme}".`,
              'warning',
            ),
          ]
        : []),
      ...(identifier !== entry.identifier
        ? [
            change(
              [...path, 'identifier'],
              `Zenodo stores ${quote(entry.identifier)} as ${scheme} ${quote(identifier)}.`,
            ),
          ]
        : []),
    ];
  });
}

function defaults(sent: DepositMetadata, unreadable: ReadonlySet<string>): Change[] {
  const message = 'No `publication_date` is stated; Zenodo will write the day of the upload.';
  if (sent.publication_date !== undefined || unreadable.has('publication_date')) return [];
  return [{ code: 'NZ3017', severity: 'warning', path: [], message }];
}

function notTold(sent: DepositMetadata): Change[] {
  const later = (path: DocumentPath, message: string): Change => ({
    code: 'NZ3019',
    severity: 'note',
    path,
    message,
  });
  return [
    ...(sent.communities ?? []).map(({ identifier }, index) =>
      later(
        ['communities', index],
        `Zenodo asks the community ${quote(identifier)} at publish; one that does not exist is ignored without a word.`,
      ),
    ),
    ...(sent.grants ?? []).map(({ id }, index) =>
      later(
        ['grants', index],
        `Whether Zenodo knows the award ${quote(id)} shows only when it is sent.`,
      ),
    ),
    ...(sent.access_right === 'closed'
      ? [change(['access_right'], 'Zenodo stores `closed` as `restricted`.', 'warning')]
      : []),
  ];
}

function ownDoi(sent: DepositMetadata): Change[] {
  if (sent.doi === undefined || !/^10\.(5281|5072)\//.test(sent.doi)) return [];
  const message = `\`doi\` names ${sent.doi}, which only Zenodo itself may mint; it is refused at publish.`;
  return [{ code: 'NZ3018', severity: 'error', path: ['doi'], message }];
}

/**
 * What Zenodo stores or answers in another form than it was sent. Fields that are `unreadable` are stated, and
 * not replaced by a default of Zenodo.
 */
export function findChanges(
  { metadata: sent, document, base }: PlacedMetadata,
  draft: DepositDraft,
  unreadable: ReadonlySet<string>,
): Finding[] {
  const kept = toDepositMetadata(draft, { recid: 0, doi: null });
  const changes = [
    ...textChanges(sent, kept),
    ...nameChanges('creators', sent.creators),
    ...nameChanges('contributors', sent.contributors),
    ...nameChanges('thesis_supervisors', sent.thesis_supervisors),
    ...licenseChanges(sent, draft, unreadable),
    ...identifierChanges(sent, draft),
    ...defaults(sent, unreadable),
    ...notTold(sent),
    ...ownDoi(sent),
  ];
  return changes.map(({ code, severity, path, message }) =>
    finding(code, { severity, message, place: document.place([...base, ...path]) }),
  );
}

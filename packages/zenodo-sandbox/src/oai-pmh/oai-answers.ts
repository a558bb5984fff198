import { element, type Xml } from '../export/xml.js';
import type { Call, Context } from '../http/call.js';
import type { ToldRecord } from '../record/faces/faces.js';
import { metadataFormats, type MetadataFormat } from './metadata-format.js';
import { formatToken, OaiError, parseSelection, type Selection } from './oai-request.js';

/** Records on one page of a list. */
const pageSize = 50;

type Verb = (context: Context, call: Call, records: () => readonly ToldRecord[]) => readonly Xml[];

const text = (name: string, value: string) => element(name, {}, value);

/** What each verb of the protocol answers (OAI-PMH 2.0, section 4). */
export const oaiVerbs: Readonly<Record<string, Verb>> = {
  Identify: (_context, { origin }) => [
    text('repositoryName', 'Local Zenodo'),
    text('baseURL', `${origin}/oai2d`),
    text('protocolVersion', '2.0'),
    text('adminEmail', 'info@zenodo.org'),
    text('earliestDatestamp', '2014-01-01T00:00:00Z'),
    text('deletedRecord', 'no'),
    text('granularity', 'YYYY-MM-DDThh:mm:ssZ'),
  ],
  ListMetadataFormats: (_context, { search }, records) => {
    const identifier = search.get('identifier');
    if (identifier !== null) findRecord(identifier, records());
    return [...metadataFormats].map(([prefix, { schema, namespace }]) =>
      element(
        'metadataFormat',
        {},
        text('metadataPrefix', prefix),
        text('schema', schema),
        text('metadataNamespace', namespace),
      ),
    );
  },
  ListSets: ({ communities }) =>
    communities.map((slug) =>
      element('set', {}, text('setSpec', setOf(slug)), text('setName', slug)),
    ),
  GetRecord: (_context, { search, origin }, records) => {
    const [identifier, prefix] = [search.get('identifier'), search.get('metadataPrefix')];
    if (identifier === null || prefix === null) {
      throw new OaiError('badArgument', 'GetRecord takes an identifier and a metadataPrefix.');
    }
    const format = formatOf(prefix);
    return [recordElement(findRecord(identifier, records()), format, origin)];
  },
  ListIdentifiers: (_context, call, records) => page(call, records(), (record) => header(record)),
  ListRecords: (_context, call, records) =>
    page(call, records(), (record, format) => recordElement(record, format, call.origin)),
};

function page(
  { search }: Call,
  records: readonly ToldRecord[],
  tell: (record: ToldRecord, format: MetadataFormat) => Xml,
): Xml[] {
  const selection = parseSelection(search);
  const format = formatOf(selection.metadataPrefix);
  const found = records.filter((record) => isSelected(record, selection));
  const cursor = (selection.page - 1) * pageSize;
  const told = found.slice(cursor, cursor + pageSize);
  if (told.length === 0) throw new OaiError('noRecordsMatch', 'Nothing matches.');
  const isLast = cursor + pageSize >= found.length;
  const next = isLast ? '' : formatToken({ ...selection, page: selection.page + 1 });
  const counts = { cursor: String(cursor), completeListSize: String(found.length) };
  // A list that fits on one page has no token; the last of several has an empty one (section 3.5).
  const token = isLast && selection.page === 1 ? [] : [element('resumptionToken', counts, next)];
  return [...told.map((record) => tell(record, format)), ...token];
}

function isSelected(record: ToldRecord, { from, until, set }: Selection): boolean {
  const stamp = datestamp(record);
  if (from !== undefined && stamp.slice(0, from.length) < from) return false;
  if (until !== undefined && stamp.slice(0, until.length) > until) return false;
  return set === undefined || setsOf(record).includes(set);
}

function findRecord(identifier: string, records: readonly ToldRecord[]): ToldRecord {
  const found = records.find((record) => identifierOf(record) === identifier);
  if (found === undefined) throw new OaiError('idDoesNotExist', `There is no ${identifier}.`);
  return found;
}

function formatOf(prefix: string): MetadataFormat {
  const format = metadataFormats.get(prefix);
  if (format === undefined) {
    throw new OaiError('cannotDisseminateFormat', `There is no format ${prefix}.`);
  }
  return format;
}

function recordElement(record: ToldRecord, { write }: MetadataFormat, site: string): Xml {
  const written = write({ ...record, site });
  return element('record', {}, header(record), element('metadata', {}, written));
}

function header(record: ToldRecord): Xml {
  const sets = setsOf(record).map((set) => text('setSpec', set));
  return element(
    'header',
    {},
    text('identifier', identifierOf(record)),
    text('datestamp', datestamp(record)),
    sets,
  );
}

const identifierOf = ({ version }: ToldRecord) => `oai:zenodo.org:${version.id}`;
const datestamp = ({ shown }: ToldRecord) => `${shown.updated.slice(0, 19)}Z`;
const setOf = (slug: string) => `user-${slug}`;
const setsOf = ({ world, version }: ToldRecord) =>
  (world.concept(version.concept)?.communities ?? []).map(setOf);

import { buildJsonLd } from '@nx-zenodo/record-page';
import { mayManage, mayReadFiles } from '../../access/permission.js';
import { formatBibtex } from '../../export/bibtex.js';
import { formatCslJson, toCslJson } from '../../export/csl-json.js';
import { defaultStyle, styleNamed } from '../../export/cite.js';
import { formatFullCsv, formatSimpleCsv } from '../../export/csv.js';
import { dataPackageType, toDataPackage } from '../../export/data-package.js';
import { toDataCite } from '../../export/datacite-json.js';
import { formatDataCiteXml } from '../../export/datacite-xml.js';
import { formatDcat } from '../../export/dcat.js';
import { formatDublinCore } from '../../export/dublin-core.js';
import type { Exported } from '../../export/exported.js';
import { formatMarcXml } from '../../export/marcxml.js';
import type { Call, Context } from '../../http/call.js';
import { refuse, type FieldError } from '../../http/refusal.js';
import { json, text, type Response } from '../../http/response.js';
import { addressesAt } from '../../model/links.js';
import type { Revision, Version } from '../../model/version.js';
import type { World } from '../../model/world.js';
import { recordView } from '../../page/record-view.js';
import { linkset } from './linkset.js';
import { formatRdmRecord } from './rdm-record.js';
import { formatZenodoRecord } from './zenodo-record.js';

/** A record or draft in its world. */
export interface ToldRecord {
  readonly world: World;
  readonly version: Version;
  readonly shown: Revision;
}

type Face = (
  record: ToldRecord,
  context: Context,
  call: Call,
  errors?: readonly FieldError[],
) => unknown;

/** The native face of InvenioRDM. */
export const rdmType = 'application/vnd.inveniordm.v1+json';
const csl = 'application/vnd.citationstyles.csl+json';

const zenodoFace: Face = ({ world, version, shown }, _context, call) =>
  formatZenodoRecord(world, version, shown, addressesAt(call.origin));

const exported = (record: ToldRecord, { origin }: Call): Exported => ({ ...record, site: origin });
const dataciteOf = (record: ToldRecord, call: Call) => toDataCite(exported(record, call));

const dataciteXml: Face = (record, _context, call) => formatDataCiteXml(dataciteOf(record, call));

// The first is what a client gets that does not say what it wants (contract C.1).
const faces: Readonly<Record<string, Face>> = {
  'application/json': zenodoFace,
  'application/vnd.zenodo.v1+json': zenodoFace,
  [rdmType]: rdmRecord,
  'application/ld+json': (record, context, call) =>
    buildJsonLd(recordView(record, call.origin, context)),
  [dataPackageType]: ({ version, shown }, _context, call) =>
    toDataPackage(version, shown, call.origin),
  [csl]: ({ version, shown }) => formatCslJson(version, shown),
  'application/vnd.datacite.datacite+json': (record, _context, call) => dataciteOf(record, call),
  'application/vnd.datacite.datacite+xml': dataciteXml,
  'application/x-datacite+xml': dataciteXml,
  'application/x-dc+xml': (record, _context, call) => formatDublinCore(exported(record, call)),
  'application/dcat+xml': (record, _context, call) =>
    formatDcat(dataciteOf(record, call), record.shown),
  'application/marcxml+xml': (record, _context, call) => formatMarcXml(dataciteOf(record, call)),
  'application/vnd.geo+json': ({ shown }) => ({
    type: 'FeatureCollection',
    features: shown.content.metadata.locations?.features ?? [],
  }),
  'text/x-bibliography': (record, context, call) => citation(record, context, call),
  'application/x-bibtex': ({ version, shown }) => formatBibtex(toCslJson(version, shown)),
  'application/linkset+json': (record, context, call) => linkset(record, call.origin, context),
};

/** Faces in which many records are one text, with one line of names above them. */
const tables: Readonly<Record<string, (records: readonly object[]) => string>> = {
  'application/vnd.inveniordm.v1.full+csv': formatFullCsv,
  'application/vnd.inveniordm.v1.simple+csv': formatSimpleCsv,
};

/** All media types of records and lists of them. */
export const recordFaces: readonly string[] = [...Object.keys(faces), ...Object.keys(tables)];

/** True for faces that are text and no JSON. */
export function isTextFace(type: string): boolean {
  return !/json(;|$)/.test(type);
}

/** The media type that is told: a citation is text, whatever its face is called (contract C.6). */
export function sentAs(type: string): string {
  return type === 'text/x-bibliography' ? 'text/plain' : type;
}

/** A record in the face that was negotiated. */
export function formatFace(
  whole: ToldRecord,
  context: Context,
  call: Call,
  status: number,
  errors?: readonly FieldError[],
): Response {
  const record = visibleTo(whole, context, call);
  const type = call.accept ?? 'application/json';
  const headers = { ETag: `"${record.shown.revision}"` };
  const table = tables[type];
  const told =
    table === undefined
      ? faceNamed(type)(record, context, call, errors)
      : table([tableRow(record, context, call)]);
  if (typeof told !== 'string') return json(status, told, { ...headers, 'Content-Type': type });
  const response = text(status, sentAs(type), told);
  return { ...response, headers: { ...response.headers, ...headers } };
}

/** One member of a list of records, in the face that was negotiated. */
export function memberFace(record: ToldRecord, context: Context, call: Call): unknown {
  const face = faceNamed(call.accept ?? 'application/json');
  return face(visibleTo(record, context, call), context, call);
}

// Who may not read the files is not told of them either (invenio-rdm-records, FilesSchema).
function visibleTo(record: ToldRecord, context: Context, { actor }: Call): ToldRecord {
  const { version, shown } = record;
  const isRecord = shown === version.record;
  if (!isRecord || shown.files.length === 0 || mayReadFiles(context, actor, version)) return record;
  return { ...record, shown: { ...shown, files: [], preview: undefined } };
}

/** A list of records in a face that is text. */
export function listFace(records: readonly ToldRecord[], context: Context, call: Call): string {
  const table = tables[call.accept ?? ''];
  if (table !== undefined)
    return table(
      records.map((record) => tableRow(visibleTo(record, context, call), context, call)),
    );
  return records.map((record) => memberFace(record, context, call)).join('\n');
}

function rdmRecord(
  { world, version, shown }: ToldRecord,
  context: Context,
  call: Call,
  errors?: readonly FieldError[],
): object {
  const reader = {
    edits: mayManage(call.actor, version),
    readsFiles: shown === version.draft || mayReadFiles(context, call.actor, version),
  };
  return formatRdmRecord(world, version, shown, addressesAt(call.origin), reader, errors);
}

// Tables say nothing of what is only there for pages.
function tableRow(record: ToldRecord, context: Context, call: Call): object {
  return { ...rdmRecord(record, context, call), ui: undefined };
}

function faceNamed(type: string): Face {
  return faces[type] ?? zenodoFace;
}

function citation({ version, shown }: ToldRecord, context: Context, call: Call): string {
  const style = call.search.get('style') ?? defaultStyle;
  if (styleNamed(style) === undefined) throw refuse(400, 'Citation string style not found.');
  const locale = call.search.get('locale') ?? 'en-US';
  return context.cite?.(toCslJson(version, shown), style, locale) ?? '';
}

import type { ExportView } from '@nx-zenodo/record-page';
import { dataPackageType } from '../export/data-package.js';
import type { Version } from '../model/version.js';

export interface ExportFormat {
  readonly label: string;
  readonly type: string;
  readonly extension: string;
  /** Name of the face of the API, where it is another than the type. */
  readonly face?: string;
}

/** Formats of `/records/ID/export/NAME`, with those names that Zenodo used before (contract C.6). */
export const exportFormats: ReadonlyMap<string, ExportFormat> = new Map<string, ExportFormat>([
  ['json', { label: 'JSON', type: 'application/vnd.inveniordm.v1+json', extension: 'json' }],
  ['json-ld', { label: 'JSON-LD', type: 'application/ld+json', extension: 'json' }],
  ['csl', { label: 'CSL', type: 'application/vnd.citationstyles.csl+json', extension: 'json' }],
  [
    'datacite-json',
    {
      label: 'DataCite JSON',
      type: 'application/vnd.datacite.datacite+json',
      extension: 'json',
    },
  ],
  [
    'datacite-xml',
    { label: 'DataCite XML', type: 'application/vnd.datacite.datacite+xml', extension: 'xml' },
  ],
  ['dublincore', { label: 'Dublin Core XML', type: 'application/x-dc+xml', extension: 'xml' }],
  ['dcat-ap', { label: 'DCAT', type: 'application/dcat+xml', extension: 'xml' }],
  ['marcxml', { label: 'MARCXML', type: 'application/marcxml+xml', extension: 'xml' }],
  ['bibtex', { label: 'BibTeX', type: 'application/x-bibtex', extension: 'bib' }],
  ['geojson', { label: 'GeoJSON', type: 'application/vnd.geo+json', extension: 'geojson' }],
  [
    'datapackage',
    {
      label: 'Data Package',
      type: 'application/ld+json',
      extension: 'json',
      face: dataPackageType,
    },
  ],
  ['codemeta', { label: 'CodeMeta', type: 'application/ld+json', extension: 'json' }],
  [
    'cff',
    {
      label: 'Citation File Format',
      type: 'application/x-yaml',
      extension: 'cff',
    },
  ],
]);

/** Former names, which redirect. */
export const formerExports: ReadonlyMap<string, string> = new Map([
  ['hx', 'bibtex'],
  ['dcite4', 'datacite-xml'],
  ['xd', 'dublincore'],
  ['xm', 'marcxml'],
  ['dcat', 'dcat-ap'],
]);

/** Where a record is had in other formats. */
export function exportViews(version: Version, origin: string): ExportView[] {
  return [...exportFormats].map(([name, { label, type }]) => ({
    label,
    type,
    url: `${origin}/records/${version.id}/export/${name}`,
  }));
}

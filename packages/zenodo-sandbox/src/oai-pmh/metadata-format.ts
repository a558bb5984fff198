import { formatDataCiteXml } from '../export/datacite-xml.js';
import { toDataCite } from '../export/datacite-json.js';
import { formatDcat } from '../export/dcat.js';
import { formatDublinCore } from '../export/dublin-core.js';
import { formatMarcXml } from '../export/marcxml.js';
import type { Xml } from '../export/xml.js';
import type { Exported } from '../export/exported.js';

/** One way to tell a record to a harvester. */
export interface MetadataFormat {
  readonly schema: string;
  readonly namespace: string;
  readonly write: (record: Exported) => Xml;
}

// Within an answer a record is an element, not a document of its own.
const inner = (document: string): Xml => ({
  xml: document.replace(/^<\?xml[^>]*\?>\s*/, '').trim(),
});

const datacite: MetadataFormat = {
  schema: 'http://schema.datacite.org/meta/kernel-4.3/metadata.xsd',
  namespace: 'http://datacite.org/schema/kernel-4',
  write: (record) => inner(formatDataCiteXml(toDataCite(record))),
};

/** The formats by their prefixes; `oai_dc` is what every repository has. */
export const metadataFormats: ReadonlyMap<string, MetadataFormat> = new Map([
  [
    'oai_dc',
    {
      schema: 'http://www.openarchives.org/OAI/2.0/oai_dc.xsd',
      namespace: 'http://www.openarchives.org/OAI/2.0/oai_dc/',
      write: (record) => inner(formatDublinCore(record)),
    },
  ],
  ['datacite', datacite],
  ['oai_datacite', datacite],
  [
    'marcxml',
    {
      schema: 'http://www.loc.gov/standards/marcxml/schema/MARC21slim.xsd',
      namespace: 'http://www.loc.gov/MARC21/slim',
      write: (record) => inner(formatMarcXml(toDataCite(record))),
    },
  ],
  [
    'dcat',
    {
      schema: 'http://schema.datacite.org/meta/kernel-4/metadata.xsd',
      namespace: 'https://www.w3.org/ns/dcat',
      write: (record) => inner(formatDcat(toDataCite(record), record.shown)),
    },
  ],
]);

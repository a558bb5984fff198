import { signpostingLinks } from '@nx-zenodo/record-page';
import type { Context } from '../../http/call.js';
import { recordView } from '../../page/record-view.js';
import type { ToldRecord } from './faces.js';

/** `application/linkset+json` (RFC 9264): the typed links of a record's page. */
export function linkset(record: ToldRecord, origin: string, context: Context): object {
  const links = signpostingLinks(recordView(record, origin, context));
  const byRelation: Record<string, object[]> = {};
  for (const { rel, href, type } of links) {
    (byRelation[rel] ??= []).push({ href, ...(type === undefined ? {} : { type }) });
  }
  return { linkset: [{ anchor: `${origin}/records/${record.version.id}`, ...byRelation }] };
}

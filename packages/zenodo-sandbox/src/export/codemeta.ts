import type { ToldRecord } from '../record/faces/faces.js';

/** CodeMeta 2.0: the schema.org document under its context, with funding and the end of an embargo. */
export function toCodeMeta(schemaOrg: object, { shown }: ToldRecord): object {
  const { metadata, access } = shown.content;
  const grant = (metadata.funding ?? []).flatMap(({ award }) => {
    const title = award?.title?.['en'];
    return title === undefined || award?.number === undefined ? [] : [`${title} (${award.number})`];
  })[0];
  return {
    ...schemaOrg,
    '@context': 'https://doi.org/10.5063/schema/codemeta-2.0',
    ...(grant === undefined ? {} : { funding: { '@id': grant } }),
    ...(access.embargo?.active === true ? { embargoDate: access.embargo.until } : {}),
  };
}

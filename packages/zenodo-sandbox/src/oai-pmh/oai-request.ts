/** Error of the protocol (OAI-PMH 2.0, section 3.6); invenio-oaiserver tells it with status 422. */
export class OaiError extends Error {
  constructor(
    readonly code:
      | 'badArgument'
      | 'badResumptionToken'
      | 'badVerb'
      | 'cannotDisseminateFormat'
      | 'idDoesNotExist'
      | 'noRecordsMatch',
    message: string,
  ) {
    super(message);
  }
}

/** What a harvester wants of a list. */
export interface Selection {
  readonly metadataPrefix: string;
  /** ISO 8601 instants or days; both bounds belong to it. */
  readonly from?: string;
  readonly until?: string;
  readonly set?: string;
  /** 1-based. */
  readonly page: number;
}

const allowed: Readonly<Record<string, readonly string[]>> = {
  Identify: [],
  ListMetadataFormats: ['identifier'],
  ListSets: ['resumptionToken'],
  GetRecord: ['identifier', 'metadataPrefix'],
  ListIdentifiers: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
  ListRecords: ['metadataPrefix', 'from', 'until', 'set', 'resumptionToken'],
};

/** The verb of a request, its arguments known and said once each. */
export function parseVerb(search: URLSearchParams): string {
  const verb = search.get('verb') ?? '';
  const known = Object.hasOwn(allowed, verb) ? allowed[verb] : undefined;
  if (known === undefined || search.getAll('verb').length > 1) {
    throw new OaiError('badVerb', `The verb is none of ${Object.keys(allowed).join(', ')}.`);
  }
  for (const name of search.keys()) {
    if (name === 'verb') continue;
    if (!known.includes(name) || search.getAll(name).length > 1) {
      throw new OaiError('badArgument', `${verb} does not take ${name}, or not more than once.`);
    }
  }
  return verb;
}

/** The selection that the arguments, or the token of the page before, ask for. */
export function parseSelection(search: URLSearchParams): Selection {
  const token = search.get('resumptionToken');
  if (token !== null) {
    if (search.size > 2) throw new OaiError('badArgument', 'A resumption token stands alone.');
    return parseToken(token);
  }
  const metadataPrefix = search.get('metadataPrefix');
  if (metadataPrefix === null) throw new OaiError('badArgument', 'metadataPrefix is missing.');
  const [from, until, set] = ['from', 'until', 'set'].map((name) => search.get(name) ?? undefined);
  for (const date of [from, until]) {
    if (date !== undefined && !/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\dZ)?$/.test(date)) {
      throw new OaiError('badArgument', `${date} is no UTC date.`);
    }
  }
  if (from !== undefined && until !== undefined && (from > until || from.length !== until.length)) {
    throw new OaiError('badArgument', 'from and until do not fit together.');
  }
  return {
    metadataPrefix,
    page: 1,
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(set === undefined ? {} : { set }),
  };
}

/** The token of the next page: all of the selection, so that nothing has to be remembered. */
export function formatToken(selection: Selection): string {
  return Buffer.from(JSON.stringify(selection)).toString('base64url');
}

function parseToken(token: string): Selection {
  try {
    const { metadataPrefix, from, until, set, page } = JSON.parse(
      Buffer.from(token, 'base64url').toString(),
    ) as Record<string, unknown>;
    const texts = [from, until, set].every(
      (part) => part === undefined || typeof part === 'string',
    );
    if (typeof metadataPrefix === 'string' && Number.isInteger(page) && Number(page) > 1 && texts) {
      return { metadataPrefix, page: Number(page), ...({ from, until, set } as object) };
    }
  } catch {
    // Told below, as any other token that is none.
  }
  throw new OaiError('badResumptionToken', 'The resumption token is none of this repository.');
}

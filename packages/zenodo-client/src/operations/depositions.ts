import { decodeDeposition, decodeDepositionList, decodeDraftId } from '@nx-zenodo/zenodo-api';
import type {
  Decoded,
  Deposition,
  DepositMetadata,
  DoneDeposition,
  InProgressDeposition,
  ListedDeposition,
  UnsubmittedDeposition,
} from '@nx-zenodo/zenodo-api';
import { ignoreBody } from '../request/call.js';
import type { Answered } from '../request/call.js';
import { exchange } from '../request/exchange.js';
import type { Line } from '../request/exchange.js';
import { zenodoError } from '../zenodo-error.js';

/** Zenodo refuses more than 100 a page. */
const pageSize = 100;

function depositionUrl(line: Line, id: number): string {
  return `${line.address.apiUrl}/deposit/depositions/${id}`;
}

function inState<State extends Deposition['state']>(state: State) {
  return (json: unknown): Decoded<Extract<Deposition, { state: State }>> => {
    const decoded = decodeDeposition(json);
    if (!decoded.ok) return decoded;
    const deposition = decoded.value;
    if (isInState(deposition, state)) return { ok: true, value: deposition };
    const message = `Expected ${state}, got ${deposition.state}.`;
    return { ok: false, problems: [{ field: 'state', message }] };
  };
}

function isInState<State extends Deposition['state']>(
  deposition: Deposition,
  state: State,
): deposition is Extract<Deposition, { state: State }> {
  return deposition.state === state;
}

/** `POST /deposit/depositions`. Never repeated after an unclear answer: there is no idempotency key. */
export async function createDeposition(
  line: Line,
  metadata: DepositMetadata,
): Promise<UnsubmittedDeposition> {
  const { value } = await exchange(line, {
    operation: 'create a deposition',
    method: 'POST',
    url: `${line.address.apiUrl}/deposit/depositions`,
    repeat: 'refused',
    success: [201],
    json: { metadata },
    decode: inState('unsubmitted'),
  });
  return value;
}

/** `GET /deposit/depositions/{id}`: the draft if one is open, else the published one. */
export async function readDeposition(line: Line, id: number): Promise<Answered<Deposition>> {
  return exchange(line, {
    operation: `read deposition ${id}`,
    method: 'GET',
    url: depositionUrl(line, id),
    repeat: 'safe',
    success: [200],
    decode: decodeDeposition,
  });
}

/** All depositions the token may see, every page, every version; the order is Zenodo's. */
export async function listDepositions(
  line: Line,
  query: string | undefined,
): Promise<readonly ListedDeposition[]> {
  const all = new Map<number, ListedDeposition>();
  for (let page = 1; ; page += 1) {
    // Without all_versions an open draft of a new version hides the published record behind it.
    const search = new URLSearchParams({ size: String(pageSize), page: String(page) });
    search.set('all_versions', '1');
    search.set('sort', 'mostrecent');
    if (query !== undefined) search.set('q', query);
    const { value } = await exchange(line, {
      operation: 'list the depositions of this token',
      method: 'GET',
      url: `${line.address.apiUrl}/deposit/depositions?${search}`,
      repeat: 'safe',
      success: [200],
      decode: decodeDepositionList,
    });
    for (const deposition of value) all.set(deposition.id, deposition);
    // The answer has neither total nor next link; a window of 10,000 is the most Zenodo searches.
    if (value.length < pageSize || page * pageSize >= 10_000) return [...all.values()];
  }
}

/** `PUT /deposit/depositions/{id}`: replaces all metadata, so repeating it is safe. */
export async function updateMetadata<Draft extends UnsubmittedDeposition | InProgressDeposition>(
  line: Line,
  draft: Draft,
  metadata: DepositMetadata,
): Promise<Extract<Deposition, { state: Draft['state'] }>> {
  const { value } = await exchange(line, {
    operation: `update the metadata of deposition ${draft.id}`,
    method: 'PUT',
    url: depositionUrl(line, draft.id),
    repeat: 'safe',
    success: [200],
    json: { metadata },
    decode: inState<Draft['state']>(draft.state),
  });
  return value;
}

/** `POST …/actions/discard`: deletes an unpublished draft, closes an edit. What is gone already is fine. */
export async function discardDraft(
  line: Line,
  draft: UnsubmittedDeposition | InProgressDeposition,
): Promise<void> {
  await exchange(line, {
    operation: `discard the draft ${draft.id}`,
    method: 'POST',
    url: draft.links.discard,
    repeat: 'safe',
    success: [204, 201, 404],
    decode: ignoreBody,
  });
}

/**
 * `POST …/actions/publish`: sent once, whatever happens. After `effect: 'unknown'` the deposition has
 * to be read before this is called again: a 502 or 504 may hide a publish that took effect.
 */
export async function publish(
  line: Line,
  draft: UnsubmittedDeposition | InProgressDeposition,
): Promise<Answered<DoneDeposition>> {
  return exchange(line, {
    operation: `publish deposition ${draft.id}`,
    method: 'POST',
    url: draft.links.publish,
    repeat: 'never',
    success: [202],
    timeoutMs: 120_000,
    decode: inState('done'),
  });
}

/** `POST …/actions/edit`: opens an edit of a published record, or answers the one that is open. */
export async function openEdit(line: Line, done: DoneDeposition): Promise<InProgressDeposition> {
  const { value } = await exchange(line, {
    operation: `open deposition ${done.id} for editing`,
    method: 'POST',
    url: done.links.edit,
    repeat: 'safe',
    success: [201],
    decode: inState('inprogress'),
  });
  return value;
}

/**
 * `POST …/actions/newversion`: answers the new draft itself (the public docs say otherwise).
 * Where a draft with files is open already, Zenodo answers 400 "Please remove all files first."
 */
export async function createVersion(
  line: Line,
  done: DoneDeposition,
): Promise<UnsubmittedDeposition> {
  const { value } = await exchange(line, {
    operation: `start a new version of deposition ${done.id}`,
    method: 'POST',
    url: done.links.newversion,
    repeat: 'refused',
    success: [201],
    decode: inState('unsubmitted'),
  });
  return value;
}

/**
 * `POST /records/{id}/draft/pids/doi`: gives a draft the DOI that it will be published with. The deposit API can
 * only announce one, and with the prefix of production on every service. Where the draft has one, Zenodo answers 400.
 */
export async function reserveDoi(line: Line, draft: UnsubmittedDeposition): Promise<string> {
  if (draft.doi !== undefined) return draft.doi;
  const operation = `reserve a DOI for deposition ${draft.id}`;
  await exchange(line, {
    operation,
    method: 'POST',
    url: `${line.address.apiUrl}/records/${draft.id}/draft/pids/doi`,
    repeat: 'safe',
    success: [201, 400],
    decode: ignoreBody,
  });
  const { value } = await readDeposition(line, draft.id);
  if (value.doi !== undefined) return value.doi;
  throw zenodoError(
    'NZ5015',
    { operation, effect: 'none' },
    {
      message: `Could not ${operation}: Zenodo took the request, and the draft has no DOI. Nothing was published.`,
      cure: 'Look at the draft on the site; a draft with a DOI minted elsewhere cannot get another.',
    },
  );
}

/**
 * `POST /records/{id}/versions`: the id of the draft of the next version that is open, straight from the database.
 * Where none is open it makes one, without files, so it is for the case that `newversion` says one is.
 */
export async function findVersionDraft(line: Line, done: DoneDeposition): Promise<number> {
  const { value } = await exchange(line, {
    operation: `find the open draft of a new version of deposition ${done.id}`,
    method: 'POST',
    url: `${line.address.apiUrl}/records/${done.id}/versions`,
    repeat: 'safe',
    success: [201],
    decode: decodeDraftId,
  });
  return value;
}

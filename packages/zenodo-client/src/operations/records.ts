import { isDeepStrictEqual } from 'node:util';
import { decodeEditableContent, decodeRecord, decodeRecordPage } from '@nx-zenodo/zenodo-api';
import type { ZenodoRecord } from '@nx-zenodo/zenodo-api';
import { ignoreBody } from '../request/call.js';
import { exchange } from '../request/exchange.js';
import type { Line } from '../request/exchange.js';

/** `GET /records/{id}`; the id of a concept leads to its latest published version. */
export async function readRecord(line: Line, id: number | string): Promise<ZenodoRecord> {
  const { value } = await exchange(line, {
    operation: `read record ${id}`,
    method: 'GET',
    url: `${line.address.apiUrl}/records/${encodeURIComponent(id)}`,
    repeat: 'safe',
    success: [200],
    decode: decodeRecord,
  });
  return value;
}

/** `GET /records/{id}/versions`, all pages: every published version of the concept that the record belongs to. */
export async function listVersions(line: Line, id: number): Promise<readonly ZenodoRecord[]> {
  const pageSize = 25;
  const all: ZenodoRecord[] = [];
  for (let page = 1; ; page += 1) {
    const search = new URLSearchParams({ size: String(pageSize), page: String(page) });
    const { value } = await exchange(line, {
      operation: `list the versions of record ${id}`,
      method: 'GET',
      url: `${line.address.apiUrl}/records/${id}/versions?${search}`,
      repeat: 'safe',
      success: [200],
      decode: decodeRecordPage,
    });
    all.push(...value.records);
    if (all.length >= value.total || value.records.length === 0) return all;
  }
}

/**
 * True where an edit of a published record is open in which nothing was changed: record and draft are equal in
 * InvenioRDM's own form, which only `Accept: application/vnd.inveniordm.v1+json` shows.
 */
export async function isEditUntouched(line: Line, id: number): Promise<boolean> {
  const [record, draft] = await Promise.all(
    ['', '/draft'].map((path) =>
      exchange(line, {
        operation: `compare the open edit of record ${id} with the record`,
        method: 'GET',
        url: `${line.address.apiUrl}/records/${id}${path}`,
        accept: 'application/vnd.inveniordm.v1+json',
        repeat: 'safe',
        success: [200],
        decode: decodeEditableContent,
      }),
    ),
  );
  return isDeepStrictEqual(record?.value, draft?.value);
}

/**
 * `POST /records/{id}/request-deletion`: within 30 days of publication the record is removed at once, later somebody
 * at Zenodo decides. Which of the two it was, the record tells. The comment needs 25 characters
 * (InvenioRDM RFC 103).
 */
export async function requestDeletion(line: Line, id: number, comment: string): Promise<void> {
  await exchange(line, {
    operation: `ask for the deletion of record ${id}`,
    method: 'POST',
    url: `${line.address.apiUrl}/records/${id}/request-deletion`,
    repeat: 'refused',
    success: [200, 201],
    json: { reason: 'test-record', comment },
    decode: ignoreBody,
  });
}

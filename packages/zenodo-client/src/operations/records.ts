import { decodeRecord, decodeRecordPage } from '@nx-zenodo/zenodo-api';
import type { ZenodoRecord } from '@nx-zenodo/zenodo-api';
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

import { invalid, refuse } from '../../http/refusal.js';
import type { FileInit } from '../../lifecycle/file-transfer.js';
import type { Multipart } from '../../model/file-entry.js';
import { isJsonObject, type JsonObject } from '../../model/json.js';

/** Reads the array of files that POST `…/draft/files` announces (contract C.2, C.4). */
export function readFileInits(body: unknown): FileInit[] {
  if (!Array.isArray(body)) {
    throw invalid([{ field: '0._schema', messages: ['Invalid input type.'] }]);
  }
  if (body.length === 0) throw refuse(400, 'No files to upload.');
  return body.map((item: unknown, index) => readFileInit(item, index));
}

function readFileInit(item: unknown, index: number): FileInit {
  if (!isJsonObject(item)) {
    throw invalid([{ field: `${index}._schema`, messages: ['Invalid input type.'] }]);
  }
  const { key, size, metadata } = item;
  if (typeof key !== 'string') {
    throw invalid([{ field: `${index}.key`, messages: ['Missing data for required field.'] }]);
  }
  const transfer = isJsonObject(item['transfer']) ? item['transfer'] : {};
  const type = transfer['type'] ?? 'L';
  if (type !== 'L' && type !== 'M' && type !== 'F' && type !== 'R') {
    throw invalid([{ field: `${index}.transfer.type`, messages: ['Invalid transfer type.'] }]);
  }
  return {
    key,
    transfer: type,
    ...(typeof size === 'number' ? { size } : {}),
    ...(metadata === undefined ? {} : { metadata }),
    ...(type === 'M' ? { multipart: readMultipart(item['size'], transfer, index) } : {}),
  };
}

function readMultipart(size: unknown, transfer: JsonObject, index: number): Multipart {
  const { parts, part_size: partSize } = transfer;
  if (typeof size === 'number' && typeof parts === 'number' && typeof partSize === 'number') {
    return { size, parts, partSize };
  }
  const given = { size, parts, part_size: partSize };
  const missing = Object.entries(given).filter(([, value]) => typeof value !== 'number');
  throw invalid(
    missing.map(([name]) => ({
      field: name === 'size' ? `${index}.size` : `${index}.transfer.${name}`,
      messages: ['Missing data for required field.'],
    })),
  );
}

import type { RequestHead } from '../http/call.js';
import { octetStream } from '../http/negotiation.js';
import { empty, type Response } from '../http/response.js';
import type { CompletedFile } from '../model/file-entry.js';
import { servedMediaType } from './media-type.js';

/** The bytes of a file, under headers that keep a browser from running any of them (contract B). */
export function download(file: CompletedFile, head: RequestHead): Response {
  const etag = `"md5:${file.content.md5}"`;
  const headers = {
    ETag: etag,
    'Last-Modified': new Date(file.updated).toUTCString(),
    'Content-MD5': Buffer.from(file.content.md5, 'hex').toString('base64'),
    'Content-Security-Policy': "default-src 'none';",
    'X-Content-Type-Options': 'nosniff',
    'X-Download-Options': 'noopen',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'X-Frame-Options': 'deny',
    'X-XSS-Protection': '1; mode=block',
    'Cache-Control': 'no-cache',
  };
  if (isFresh(head, etag, file)) return empty(304, headers);
  const type = servedMediaType(file.key);
  return {
    status: 200,
    headers: {
      ...headers,
      'Content-Type': type === 'text/plain' ? 'text/plain; charset=utf-8' : type,
      'Content-Length': String(file.content.size),
      'Content-Disposition': disposition(file.key, type),
    },
    body: { kind: 'content', content: file.content },
  };
}

function isFresh(head: RequestHead, etag: string, file: CompletedFile): boolean {
  const match = head.headers['if-none-match'];
  if (match !== undefined)
    return match.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = head.headers['if-modified-since'];
  if (since === undefined) return false;
  return Date.parse(since) >= Math.floor(Date.parse(file.updated) / 1000) * 1000;
}

/**
 * What a browser shows is not named; what it keeps is named as it is, and where that is no ASCII by
 * RFC 5987 as well (invenio-files-rest, send_stream). Nothing of a key ends a header.
 */
export function disposition(key: string, type: string): string {
  return type === octetStream ? attachment(key) : 'inline';
}

/** `Content-Disposition` of what a browser keeps. */
export function attachment(key: string): string {
  return `attachment; ${formatFilename(key)}`;
}

function formatFilename(key: string): string {
  if (/^[\w.+-]+$/.test(key)) return `filename=${key}`;
  // `ü` is kept as `u`: what is left of a name without its accents.
  const ascii = key.normalize('NFKD').replace(/[^ -~]/g, '');
  const plain = `filename="${ascii.replace(/["\\]/g, '\\$&')}"`;
  if (/^[ -~]*$/.test(key)) return plain;
  const extended = encodeURIComponent(key).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${ascii === '' ? '' : `${plain}; `}filename*=UTF-8''${extended}`;
}

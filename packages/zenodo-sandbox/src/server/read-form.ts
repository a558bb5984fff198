import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';
import type { Call, Upload } from '../http/call.js';
import { refuse } from '../http/refusal.js';
import type { StoredContent } from '../model/file-entry.js';

/** The old file API takes files up to this size (contract A.7). */
const formLimit = 100 << 20;
const broken = () => refuse(400, 'The file upload transfer failed, please try again.');

type Keep = (stream: AsyncIterable<Uint8Array>) => Promise<StoredContent>;

/** Reads a multipart form: the part `file` goes to disk, the field `name` comes along. */
export async function readForm(
  request: IncomingMessage,
  keep: Keep,
): Promise<Pick<Call, 'upload'>> {
  const type = request.headers['content-type'];
  if (type === undefined || !/^multipart\/form-data\s*;.*boundary=/i.test(type)) return {};
  const upload = await parseForm(request, type, keep);
  return upload === undefined ? {} : { upload };
}

function parseForm(request: IncomingMessage, type: string, keep: Keep) {
  return new Promise<Upload | undefined>((done, failed) => {
    const form = new Busboy({
      headers: { 'content-type': type },
      limits: { files: 1, fields: 20, fieldSize: 64 << 10, fileSize: formLimit, parts: 40 },
    });
    let name: string | undefined;
    let stored: Promise<Upload> | undefined;
    form.on('field', (field, value) => {
      if (field === 'name') name = value;
    });
    form.on('file', (field, stream, filename) => {
      if (field !== 'file' || stored !== undefined) return void stream.resume();
      stored = keep(whole(stream)).then((content) => ({ content, filename }));
      stored.catch(failed);
    });
    form.on('error', () => failed(broken()));
    form.on('finish', () => {
      if (stored === undefined) return done(undefined);
      stored.then((upload) => done({ ...upload, name }), failed);
    });
    request.on('error', failed);
    request.pipe(form);
  });
}

// A part that is cut at the limit must not be stored as if it were whole.
async function* whole(stream: AsyncIterable<Uint8Array> & { readonly truncated?: boolean }) {
  yield* stream;
  if (stream.truncated === true) {
    throw refuse(413, 'The data value transmitted exceeds the capacity limit.');
  }
}

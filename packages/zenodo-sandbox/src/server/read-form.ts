import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';
import type { Call, Upload } from '../http/call.js';
import { refuse } from '../http/refusal.js';
import type { Store } from '../node/store.js';

/** The old file API takes files up to this size (contract A.7). */
const formLimit = 100 << 20;

/** Reads a multipart form: the part `file` goes to disk, the field `name` comes along. */
export async function readForm(
  request: IncomingMessage,
  store: Store,
  id: string,
): Promise<Pick<Call, 'upload'>> {
  const type = request.headers['content-type'];
  if (type === undefined || !/^multipart\/form-data\s*;.*boundary=/i.test(type)) return {};
  const parsed = await parseForm(request, type, store, id);
  return parsed === undefined ? {} : { upload: parsed };
}

function parseForm(request: IncomingMessage, type: string, store: Store, id: string) {
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
      stored = store.contents.store(id, stream).then((content) => {
        if (stream.truncated) throw tooLargeForm();
        return { content, filename };
      });
      stored.catch(failed);
    });
    form.on('error', () =>
      failed(refuse(400, 'The file upload transfer failed, please try again.')),
    );
    form.on('finish', () => {
      if (stored === undefined) return done(undefined);
      stored.then((upload) => done({ ...upload, name }), failed);
    });
    request.on('error', failed);
    request.on('aborted', () => failed(new Error('The client went away.')));
    request.pipe(form);
  });
}

const tooLargeForm = () => refuse(413, 'The data value transmitted exceeds the capacity limit.');

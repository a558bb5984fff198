import type { Call, Context } from '../http/call.js';
import { noSuchFile, pidUnknown, refuse } from '../http/refusal.js';
import { answer, json, redirect, type Outcome, type Response } from '../http/response.js';
import type { Route } from '../http/route.js';
import { isCompleted, type CompletedFile } from '../model/file-entry.js';
import { findShown, largest } from './find-shown.js';
import { decodeImage, encodeImage } from './image-file.js';
import { parseRegion, parseSize } from './iiif-parameters.js';
import { resample } from './raster.js';
import { isImage } from './thumbnail-links.js';

const read = { method: 'GET', body: 'none' } as const;

/** Images in any size, by the IIIF Image API (contract A.5: thumbnails). `:image` is `record:ID:KEY`. */
export const iiifRoutes: readonly Route[] = [
  { ...read, pattern: '/api/iiif/:image+/info.json', handle: info },
  { ...read, pattern: '/api/iiif/:image+/:region/:size/:rotation/:file', handle: draw },
  { ...read, pattern: '/api/iiif/:image+', handle: base },
];

const formats = { jpg: 'image/jpeg', png: 'image/png' } as const;

function base(context: Context, call: Call): Outcome {
  findImage(context, call);
  return answer(redirect(301, `${call.origin}${call.path}/info.json`));
}

function info(context: Context, call: Call): Outcome {
  const file = findImage(context, call);
  const id = `${call.origin}${call.path.replace(/\/info\.json$/, '')}`;
  return derived(file, async (bytes) => {
    const { width, height } = await decodeImage(bytes);
    return json(200, {
      '@context': 'http://iiif.io/api/image/2/context.json',
      '@id': id,
      protocol: 'http://iiif.io/api/image',
      profile: ['http://iiif.io/api/image/2/level2.json'],
      width,
      height,
      tiles: [{ width: 256, scaleFactors: [1, 2, 4, 8, 16, 32, 64] }],
    });
  });
}

function draw(context: Context, call: Call): Outcome {
  const { region = '', size = '', rotation = '', file: name = '' } = call.params;
  const file = findImage(context, call);
  const [, format] = /^(?:default|color)\.(jpg|png)$/.exec(name) ?? [];
  if (format !== 'jpg' && format !== 'png') throw refuse(400, `Invalid quality or format ${name}.`);
  if (rotation !== '0') throw refuse(501, 'The local Zenodo does not turn images.');
  return derived(file, async (bytes) => {
    const image = await decodeImage(bytes);
    const part = parseRegion(region, image);
    const { width, height } = parseSize(size, part);
    return {
      status: 200,
      headers: {
        'Content-Type': formats[format],
        ETag: `"${file.content.md5}-${region}-${size.replaceAll('"', '')}"`,
        'X-Content-Type-Options': 'nosniff',
        'Content-Security-Policy': "default-src 'none';",
      },
      body: {
        kind: 'bytes',
        bytes: await encodeImage(resample(image, part, width, height), format),
      },
    };
  });
}

function derived(file: CompletedFile, make: (bytes: Buffer) => Promise<Response>): Outcome {
  if (file.content.size > largest) throw refuse(400, 'The image is too large to be drawn.');
  return {
    response: {
      status: 200,
      headers: {},
      body: { kind: 'derived', make: async (readContent) => make(await readContent(file.content)) },
    },
  };
}

function findImage(context: Context, call: Call): CompletedFile {
  const [, record, key = ''] = /^(\w+:\d+):(.*)$/.exec(call.params['image'] ?? '') ?? [];
  if (record === undefined) throw pidUnknown();
  const { version, shown } = findShown(context, call, record);
  const file = shown.files.filter(isCompleted).find((candidate) => candidate.key === key);
  if (file === undefined || !isImage(key)) throw noSuchFile(version.id, key);
  return file;
}

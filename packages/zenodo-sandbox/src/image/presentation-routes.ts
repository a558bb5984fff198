import type { Call, Context } from '../http/call.js';
import { json, type Outcome, type ReadContent } from '../http/response.js';
import type { Route } from '../http/route.js';
import { noSuchFile } from '../http/refusal.js';
import { isCompleted, type CompletedFile } from '../model/file-entry.js';
import { addressesAt } from '../model/links.js';
import { findShown, largest } from './find-shown.js';
import { imageSize } from './image-size.js';
import { formatCanvas, formatManifest, formatSequence } from './presentation.js';
import type { Page, Presented } from './presentation.js';
import { isImage } from './thumbnail-links.js';

const type = 'application/ld+json';
const read = { method: 'GET', body: 'none', produces: [type] } as const;

/** Images of a record as pages, for viewers of image collections. `:record` is `record:ID` or `draft:ID`. */
export const presentationRoutes: readonly Route[] = [
  { ...read, pattern: '/api/iiif/:record/manifest', handle: told(formatManifest) },
  { ...read, pattern: '/api/iiif/:record/sequence/default', handle: told(formatSequence) },
  { ...read, pattern: '/api/iiif/:record/canvas/:key+', handle: canvas },
];

function told(format: (presented: Presented, pages: readonly Page[]) => object) {
  return (context: Context, call: Call): Outcome => {
    const presented = find(context, call);
    const images = presented.shown.files.filter(isCompleted).filter(({ key }) => isImage(key));
    return made(async (readContent) => {
      const pages: Page[] = [];
      // One after the other: an image is in memory only until its size is known.
      for (const file of images) pages.push(await pageOf(file, readContent));
      return format(presented, pages);
    });
  };
}

function canvas(context: Context, call: Call): Outcome {
  const presented = find(context, call);
  const key = call.params['key'] ?? '';
  const file = presented.shown.files.filter(isCompleted).find((entry) => entry.key === key);
  if (file === undefined) throw noSuchFile(presented.version.id, key);
  return made(async (readContent) => formatCanvas(presented, await pageOf(file, readContent)));
}

function find(context: Context, call: Call): Presented {
  const found = findShown(context, call, call.params['record'] ?? '');
  return { ...found, api: addressesAt(call.origin).api };
}

function made(make: (readContent: ReadContent) => Promise<object>): Outcome {
  return {
    response: {
      status: 200,
      headers: {},
      body: {
        kind: 'derived',
        make: async (readContent) => json(200, await make(readContent), { 'Content-Type': type }),
      },
    },
  };
}

async function pageOf({ key, content }: CompletedFile, readContent: ReadContent): Promise<Page> {
  const size = content.size > largest ? undefined : imageSize(await readContent(content));
  return { key, ...size };
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSandbox, publishable } from '../testing/open-sandbox.js';
import { decodeImage, encodeImage } from './image-file.js';

let zenodo: Awaited<ReturnType<typeof openSandbox>>;
let published: { id: number; links: { thumb250: string; thumbs: Record<string, string> } };

// Left half red, right half see-through blue.
async function picture(): Promise<Uint8Array<ArrayBuffer>> {
  const data = new Uint8Array(400 * 200 * 4);
  for (let at = 0; at < data.length; at += 4) {
    data.set((at / 4) % 400 < 200 ? [255, 0, 0, 255] : [0, 0, 255, 128], at);
  }
  return Uint8Array.from(await encodeImage({ width: 400, height: 200, data }, 'png'));
}

beforeAll(async () => {
  zenodo = await openSandbox();
  const created = await zenodo.post('/deposit/depositions', { metadata: publishable });
  const { bucket, publish } = created.body.links;
  await zenodo.put(`${bucket}/a%20map.png`, await picture());
  await zenodo.put(`${bucket}/broken.png`, 'no image at all');
  published = (await zenodo.send('POST', publish)).body;
});
afterAll(() => zenodo.close());

const image = async (url: string) => {
  const answer = await fetch(url);
  return { answer, raster: await decodeImage(Buffer.from(await answer.arrayBuffer())) };
};
const base = (key = 'a%20map.png') => `${zenodo.sandbox.apiUrl}/iiif/record:${published.id}:${key}`;

describe('thumbnails', () => {
  it('when the link of a deposition is followed, an image of that width comes', async () => {
    const { answer, raster } = await image(published.links.thumb250);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    expect([raster.width, raster.height]).toEqual([250, 125]);
    const [red = 0, green = 255] = raster.data.subarray(4 * 250 * 60 + 40);
    expect([red > 240, green < 20]).toEqual([true, true]);
  });

  it('when a record is asked, it names the same thumbnails', async () => {
    const { body } = await zenodo.get(`/records/${published.id}`);
    expect(body.links.thumbnails).toEqual(published.links.thumbs);
    const old = await fetch(`${zenodo.sandbox.url}/record/${published.id}/thumb100`);
    expect(old.headers.get('content-type')).toBe('image/jpeg');
  });

  it.each([
    ['square/50,/0/default.png', 50, 50],
    ['full/,20/0/default.jpg', 40, 20],
    ['full/!100,10/0/default.jpg', 20, 10],
    ['pct:50,0,50,100/full/0/default.png', 200, 200],
    ['0,0,10,10/pct:200/0/color.png', 20, 20],
  ])('when %s is asked for, it is %i by %i', async (path, width, height) => {
    const { raster } = await image(`${base()}/${path}`);
    expect([raster.width, raster.height]).toEqual([width, height]);
  });

  it('when the image is asked what it is, its size is told', async () => {
    expect(await (await fetch(`${base()}/info.json`)).json()).toMatchObject({
      width: 400,
      height: 200,
    });
  });

  it.each([
    ['broken.png', 'full/100,/0/default.jpg', 501],
    ['a%20map.png', 'full/9000,/0/default.jpg', 400],
    ['a%20map.png', '500,500,1,1/full/0/default.jpg', 400],
    ['a%20map.png', 'full/full/0/default.bmp', 400],
    ['a%20map.png', 'full/full/90/default.jpg', 501],
    ['none.png', 'full/100,/0/default.jpg', 404],
  ])('when %s is asked for as %s, the answer is %i', async (key, path, status) => {
    expect((await fetch(`${base(key)}/${path}`)).status).toBe(status);
  });
});

describe('images as pages of a collection', () => {
  const ldJson = async (url: string) => {
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      200,
      'application/ld+json',
    ]);
    return JSON.parse(await answer.text());
  };
  const links = async () => (await zenodo.get(`/records/${published.id}`)).body.links;

  it('when the manifest of a record is asked for, each image is a page that can be drawn', async () => {
    const { self_iiif_manifest: url, self_iiif_sequence: order } = await links();
    const manifest = await ldJson(url);
    expect(manifest).toMatchObject({
      '@id': url,
      '@type': 'sc:Manifest',
      label: 'A title',
      description: '<p>Words.</p>',
      sequences: [{ '@id': order, viewingHint: 'paged' }],
    });
    const [page, broken] = manifest.sequences[0].canvases;
    expect(page).toMatchObject({
      '@type': 'sc:Canvas',
      label: 'a map.png',
      width: 400,
      height: 200,
    });
    expect([broken.label, broken.width]).toEqual(['broken.png', undefined]);
    const { resource, on } = page.images[0];
    expect([on, resource.width]).toEqual([page['@id'], 400]);
    const { raster } = await image(resource['@id']);
    expect([raster.width, raster.height]).toEqual([400, 200]);
  });

  it('when a sequence or a page is asked for, it is the one of the manifest', async () => {
    const { self_iiif_manifest: url, self_iiif_sequence: order } = await links();
    const { sequences } = await ldJson(url);
    expect(await ldJson(order)).toEqual(sequences[0]);
    const [page] = sequences[0].canvases;
    expect(await ldJson(page['@id'])).toEqual(page);
  });

  it('when the image itself is asked for, it leads to what it is', async () => {
    const answer = await fetch(base(), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([301, `${base()}/info.json`]);
  });

  it('when a draft is asked for, its depositor sees it and nobody else', async () => {
    const draft = (await zenodo.post('/deposit/depositions', {})).body;
    const path = `/iiif/draft:${draft.id}/manifest`;
    expect((await zenodo.get(path)).status).toBe(200);
    expect((await fetch(`${zenodo.sandbox.apiUrl}${path}`)).status).toBe(403);
  });

  it.each([
    ['record:999/manifest', 404],
    ['record:x/manifest', 404],
    ['record:1:a.png', 404],
  ])('when %s is asked for, there is none', async (path, status) => {
    expect((await fetch(`${zenodo.sandbox.apiUrl}/iiif/${path}`)).status).toBe(status);
  });
});

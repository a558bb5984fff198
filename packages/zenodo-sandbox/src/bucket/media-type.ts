// What Zenodo guesses from a name; everything else is a stream of bytes.
const types: Readonly<Record<string, string>> = {
  bmp: 'image/bmp',
  bz2: 'application/x-bzip2',
  c: 'text/x-csrc',
  css: 'text/css',
  csv: 'text/csv',
  gif: 'image/gif',
  gz: 'application/gzip',
  htm: 'text/html',
  html: 'text/html',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  js: 'text/javascript',
  json: 'application/json',
  md: 'text/markdown',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  pdf: 'application/pdf',
  png: 'image/png',
  py: 'text/x-python',
  svg: 'image/svg+xml',
  tar: 'application/x-tar',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  tsv: 'text/tab-separated-values',
  txt: 'text/plain',
  wav: 'audio/x-wav',
  webp: 'image/webp',
  xml: 'application/xml',
  xz: 'application/x-xz',
  zip: 'application/zip',
};

/** Media type of a file by its name. */
export function guessMediaType(key: string): string {
  const extension = /\.([A-Za-z0-9]+)$/.exec(key)?.[1]?.toLowerCase() ?? '';
  return types[extension] ?? 'application/octet-stream';
}

// Where a type has several; each other one has a single name in the table above.
const usual: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/tiff': 'tiff',
  'text/html': 'html',
};

/** The extension that goes with the media type of a file, whatever its own is (Python's guess_extension). */
export function extensionOf(key: string): string {
  const type = guessMediaType(key);
  return usual[type] ?? Object.keys(types).find((name) => types[name] === type) ?? 'bin';
}

// The lists of invenio-files-rest (helpers.py).
const servedAsTheyAre = new Set([
  'audio/mpeg',
  'audio/ogg',
  'audio/wav',
  'audio/webm',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/tiff',
  'text/plain',
]);
const servedAsText = new Set([
  'application/json',
  'application/xml',
  'image/svg+xml',
  'text/css',
  'text/csv',
  'text/html',
  'text/javascript',
]);

/** What a browser is told: nothing that could run, so that no upload is a page or a script (contract B). */
export function servedMediaType(key: string): string {
  const type = guessMediaType(key);
  if (servedAsTheyAre.has(type)) return type;
  const isText = servedAsText.has(type) || key.toLowerCase() === 'readme';
  return isText ? 'text/plain' : 'application/octet-stream';
}

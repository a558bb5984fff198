import { Mime } from 'mime';
import other from 'mime/types/other.js';
import standard from 'mime/types/standard.js';

// What releases of software and data carry and the IANA-based tables leave out or read otherwise
// (`.ts` is a video stream there, `.xyz` and `.sig` are what they say only by chance).
const ofReleases = {
  'application/x-ndjson': ['ndjson', 'jsonl'],
  'application/yaml': ['yaml', 'yml', 'cff'],
  'application/vnd.apache.parquet': ['parquet'],
  'application/x-hdf5': ['h5', 'hdf5'],
  'application/zstd': ['zst'],
  'text/plain': [
    'sha256',
    'sha512',
    'md5',
    'rst',
    'py',
    'r',
    'jl',
    'ts',
    'tsx',
    'mts',
    'cts',
    'rs',
    'go',
    'lock',
    'cfg',
  ],
  'application/x-bibtex': ['bib'],
};
const withoutExtension =
  /^(licen[cs]e|readme|copying|notice|authors|changelog|contributing|makefile|dockerfile|codeowners)$/i;

const types = new Mime(standard, other).define(ofReleases, true);

/** The media type of a file by its name; `application/octet-stream` when the name says nothing. */
export function mediaTypeOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (withoutExtension.test(name)) return 'text/plain';
  return types.getType(name) ?? 'application/octet-stream';
}

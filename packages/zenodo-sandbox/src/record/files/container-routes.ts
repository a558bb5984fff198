import { attachment } from '../../bucket/download.js';
import { guessMediaType } from '../../bucket/media-type.js';
import type { Call, Context } from '../../http/call.js';
import { noSuchFile, refuse, Refusal, serverError } from '../../http/refusal.js';
import { answer, json, type Outcome, type Response } from '../../http/response.js';
import type { Route } from '../../http/route.js';
import { findPreview } from '../../lifecycle/lookup.js';
import { isCompleted, type CompletedFile } from '../../model/file-entry.js';
import { encodeKeyPath } from '../../model/links.js';
import {
  findZipProblem,
  pathOf,
  type ZipDirectory,
  type ZipMember,
} from '../../model/zip-directory.js';
import type { Revision, Version } from '../../model/version.js';
import { listContainer } from './container-list.js';
import { isContainer } from './file-list.js';
import { findWithFiles } from '../read-routes.js';

const read = { method: 'GET', body: 'none' } as const;
const ofRecord = '/api/records/:id/files/:key+/container';
const ofDraft = '/api/records/:id/draft/files/:key+/container';

/** What is in a zip, and its members one by one (contract C.3: `links.container`; invenio-records-resources 11). */
export const containerRoutes: readonly Route[] = [
  { ...read, pattern: ofRecord, handle: listOf(recordFile) },
  { ...read, pattern: `${ofRecord}/:path+`, handle: memberOf(recordFile) },
  { ...read, pattern: ofDraft, handle: listOf(draftFile) },
  { ...read, pattern: `${ofDraft}/:path+`, handle: memberOf(draftFile) },
];

interface Found {
  readonly version: Version;
  readonly file: CompletedFile;
}
type Find = (context: Context, call: Call) => Found;

function recordFile(context: Context, call: Call): Found {
  const version = findWithFiles(context, call);
  return { version, file: fileOf(version, version.record, call) };
}

function draftFile(context: Context, call: Call): Found {
  const version = findPreview(context, call);
  return { version, file: fileOf(version, version.draft, call) };
}

function fileOf(version: Version, { files }: Revision, call: Call): CompletedFile {
  const key = call.params['key'] ?? '';
  const file = files.filter(isCompleted).find((candidate) => candidate.key === key);
  if (file === undefined) throw noSuchFile(version.id, key);
  if (!isContainer(key)) throw refuse(400, `No extractor found for file '${key}'.`);
  return file;
}

function listOf(find: Find) {
  return (context: Context, call: Call): Outcome => {
    const { file } = find(context, call);
    const base = `${call.origin}${encodeKeyPath(decodeURIComponent(call.path))}`;
    return unzipped(context, file, (directory) => json(200, listContainer(directory, base)));
  };
}

function memberOf(find: Find) {
  return (context: Context, call: Call): Outcome => {
    const { version, file } = find(context, call);
    const path = call.params['path'] ?? '';
    return unzipped(context, file, ({ members }) => {
      const member = members.find((candidate) => pathOf(candidate) === path);
      if (member === undefined) throw noSuchFile(version.id, path);
      return member.isFolder ? folder(file, member, members) : oneMember(file, member);
    });
  };
}

// What is broken cannot be opened, which nobody there expects; what may do harm is refused as there.
function unzipped(
  context: Context,
  { key, content }: CompletedFile,
  make: (directory: ZipDirectory) => Response,
): Outcome {
  const uuid = context.uuid();
  return answer({
    status: 200,
    headers: {},
    body: {
      kind: 'unzipped',
      content,
      make: (directory) => {
        if (directory === undefined) throw new Refusal(serverError(uuid));
        const problem = findZipProblem(directory);
        if (problem !== undefined)
          throw refuse(999, `Invalid file content of '${key}': ${problem}`);
        return make(directory);
      },
    },
  });
}

const safely = {
  'Content-Security-Policy': "default-src 'none';",
  'X-Content-Type-Options': 'nosniff',
};

function oneMember({ content }: CompletedFile, member: ZipMember): Response {
  const { name, size } = member;
  return {
    status: 200,
    headers: {
      ...safely,
      'Content-Type': guessMediaType(name),
      'Content-Length': String(size),
      'Content-Disposition': attachment(lastPart(member)),
    },
    body: { kind: 'member', content, name, size },
  };
}

// A folder comes as a zip of what is below it.
function folder(
  { content }: CompletedFile,
  opened: ZipMember,
  members: readonly ZipMember[],
): Response {
  const { name } = opened;
  const below = members
    .filter((member) => member.name.startsWith(name) && !member.isFolder)
    .map((member) => ({ name: member.name, as: member.name.slice(name.length) }));
  return {
    status: 200,
    headers: {
      ...safely,
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': attachment(`${lastPart(opened)}.zip`),
    },
    body: { kind: 'folder', content, members: below },
  };
}

function lastPart(member: ZipMember): string {
  return pathOf(member).split('/').at(-1) ?? member.name;
}

import type { Finding } from '@nx-zenodo/findings';
import { jsonObject } from '../../loose-json/json-object.js';
import { isObject } from '../../loose-json/loose-value.js';
import { leftBehind, notCarried } from './carry-findings.js';
import { parseShellScript } from './shell/shell-script.js';
import type { ShellCommand } from './shell/shell-script.js';
import { assignmentOf, expandWord, writtenWord } from './shell/shell-word.js';
import type { Word } from './shell/shell-word.js';

/** What an upload script does, as far as it can be told without running it. */
export interface UploadScript {
  /** Paths of the files that it uploads, in its order. */
  readonly files: readonly string[];
  /** The metadata file that it sends, or null. */
  readonly metadataFile: string | null;
  /** Metadata that stands in the script itself, as JSON text. */
  readonly inlineMetadata: string | null;
  /** Where it saves Zenodo's answer, or null. */
  readonly receipt: string | null;
  readonly findings: readonly Finding[];
}

/** A word that stands for a file, and where. */
interface Use {
  readonly word: Word;
  readonly line: number;
}

interface FileList {
  readonly items: readonly Word[];
  readonly line: number;
}

/** What is known while the commands are followed. */
interface Reading {
  readonly file: string;
  readonly variables: Map<string, string>;
  readonly lists: Map<string, FileList>;
  readonly uploaded: Use[];
  readonly sent: string[];
  readonly saved: string[];
  readonly findings: Finding[];
}

/** Reads a script of the `zenodo_upload.sh` kind: which files, which metadata, where the answer goes. */
export function readUploadScript(text: string, file: string): UploadScript {
  const reading: Reading = {
    ...{ file, variables: new Map(), lists: new Map() },
    ...{ uploaded: [], sent: [], saved: [], findings: [] },
  };
  const commands = parseShellScript(text);
  for (const command of commands) follow(command, reading);
  const files = [...new Set(uploadedFiles(reading))];
  const named = [...reading.variables]
    .filter(([name, value]) => /META/i.test(name) && !/OUT|RESP/i.test(name) && isJson(value))
    .map(([, value]) => value);
  return {
    files,
    metadataFile: [...reading.sent.filter(isJson), ...named][0] ?? null,
    inlineMetadata: commands.flatMap(inlineJson)[0] ?? null,
    receipt: receiptOf(reading),
    findings: [...reading.findings, ...leftBehind(text, commands, file)],
  };
}

function follow({ words, lists, line }: ShellCommand, reading: Reading): void {
  for (const { name, items } of lists) {
    const before = reading.lists.get(name)?.items ?? [];
    reading.lists.set(name, { items: [...before, ...items], line });
  }
  for (const word of words) assign(word, reading);
  const [first, second, third] = words.map((word) => expandWord(word, reading.variables));
  if (first === 'for' && third === 'in' && typeof second === 'string') {
    reading.lists.set(`for ${second}`, { items: words.slice(3), line });
  }
  // A function or a script of their own, called with a path.
  if (typeof first === 'string' && isUpload(first)) {
    for (const word of words.slice(1)) reading.uploaded.push({ word, line });
  }
  if (first === 'curl') followCurl(words, line, reading);
  const redirect = words.findIndex((word) => /^>+$/.test(writtenWord(word)));
  const target = words[redirect + 1];
  if (redirect !== -1 && target !== undefined) {
    reading.saved.push(expandWord(target, reading.variables) ?? '');
  }
}

const isUpload = (command: string): boolean =>
  /(^|\/|_)upload\w*(\.sh)?$/i.test(command) && !/meta/i.test(command);

function assign(word: Word, { variables }: Reading): void {
  const assigned = assignmentOf(word);
  const value = assigned === null ? null : expandWord(assigned.value, variables);
  if (assigned === null || value === null) return;
  variables.set(
    assigned.name,
    assigned.adds ? (variables.get(assigned.name) ?? '') + value : value,
  );
}

// curl(1): -T/--upload-file sends a file; --data* and -F take "@file".
function followCurl(words: readonly Word[], line: number, reading: Reading): void {
  words.forEach((word, at) => {
    const flag = writtenWord(word);
    const argument = words[at + 1];
    if (argument === undefined) return;
    if (flag === '-T' || flag === '--upload-file') reading.uploaded.push({ word: argument, line });
    else if (/^(-F|--form)$/.test(flag)) {
      const path = afterAt(argument, /^file=@/);
      if (path !== null) reading.uploaded.push({ word: path, line });
    } else if (/^(-d|--data(-binary|-raw)?)$/.test(flag))
      followData(argument, words, line, reading);
  });
}

// A body of a PUT to the bucket is a file; one of a POST or PUT of JSON is the metadata.
function followData(argument: Word, words: readonly Word[], line: number, reading: Reading): void {
  const path = afterAt(argument, /^@/);
  if (path === null) return;
  if (words.some((word) => /octet-stream/.test(writtenWord(word)))) {
    reading.uploaded.push({ word: path, line });
  } else reading.sent.push(expandWord(path, reading.variables) ?? '');
}

function afterAt(word: Word, prefix: RegExp): Word | null {
  const [first, ...others] = word;
  if (first?.kind !== 'text' || !prefix.test(first.text)) return null;
  const text = first.text.replace(prefix, '');
  return text === '' ? others : [{ kind: 'text', text }, ...others];
}

const fileLists = ['FILES', 'ARTIFACTS', 'RELEASE_FILES', 'UPLOADS', 'ASSETS'];

// The lists that scripts of this kind keep their files in, then whatever else is uploaded.
function uploadedFiles(reading: Reading): string[] {
  const listed = fileLists.flatMap((name) => itemsOf(reading.lists.get(name)));
  const looped = reading.uploaded.flatMap((use) => overLoop(use, reading, 4));
  const uses = [...listed, ...looped];
  const paths = uses.map(({ word }) => pathOf(word, reading.variables));
  const known = paths.filter((path) => path !== null);
  uses.forEach(({ word, line }, at) => {
    // A parameter of a function says nothing by itself; the calls of the function do.
    const isParameter = word.length === 1 && word[0]?.kind === 'variable';
    if (paths[at] !== null || (isParameter && known.length > 0)) return;
    reading.findings.push(
      notCarried(`The file ${writtenWord(word)} is only known to the running script.`, {
        cure: 'Name it in "artifacts" of zenodo.release.json.',
        place: { file: reading.file, line },
      }),
    );
  });
  return known.filter((path) => path !== '');
}

// What is uploaded by a loop variable is what the loop goes over; `levels` ends loops over themselves.
function overLoop(use: Use, reading: Reading, levels: number): Use[] {
  const [only] = use.word;
  if (use.word.length !== 1 || only?.kind !== 'variable' || levels === 0) return [use];
  const list =
    reading.lists.get(`for ${only.name}`) ?? reading.lists.get(only.name.replace('[@]', ''));
  return list === undefined
    ? [use]
    : itemsOf(list).flatMap((item) => overLoop(item, reading, levels - 1));
}

function itemsOf(list: FileList | undefined): Use[] {
  return (list?.items ?? []).map((word) => ({ word, line: list?.line ?? 1 }));
}

// Null: cannot be told; '': it can, and is no file.
function pathOf(word: Word, variables: Reading['variables']): string | null {
  const text = expandWord(word, variables);
  if (text === null) return null;
  return /:\/\/|^-|^\d*$|^\/dev\//.test(text) ? '' : text.replace(/^(\.\/)+/, '');
}

const isJson = (path: string): boolean => path.endsWith('.json');

function receiptOf({ variables, saved }: Reading): string | null {
  const values = [...saved, ...variables.values()];
  return values.find((path) => /ZENODO[^/]*\.json$/i.test(path) && !/meta/i.test(path)) ?? null;
}

// Metadata that the script carries itself: a here-document or a quoted body.
function inlineJson({ words, hereDocuments }: ShellCommand): string[] {
  const literals = words.flatMap((word) =>
    word.flatMap((part) => ('text' in part ? part.text : [])),
  );
  return [...hereDocuments, ...literals].filter((text) => {
    const value = jsonObject(text);
    return value !== null && isObject(value['metadata']) && 'title' in value['metadata'];
  });
}

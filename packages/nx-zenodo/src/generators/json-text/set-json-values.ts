import { applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
import type { Edit, JSONPath, ModificationOptions, Node } from 'jsonc-parser';

/** A value and the place where it goes; `undefined` takes the key out, index -1 appends to a list. */
export interface JsonEdit {
  readonly path: JSONPath;
  readonly value: unknown;
}

interface Formatting {
  readonly insertSpaces: boolean;
  readonly tabSize: number;
  readonly eol: string;
}

/**
 * Sets values in a JSON (or JSONC) text and leaves everything else as it stands: comments, order,
 * indentation, line ends, the end of the file.
 */
export function setJsonValues(text: string, edits: readonly JsonEdit[]): string {
  return edits.reduce((current, { path, value }) => {
    const formattingOptions = formattingOf(current);
    const options: ModificationOptions = { isArrayInsertion: path.at(-1) === -1 };
    const line = addedLine(current, path, modify(current, path, value, options), formattingOptions);
    if (line !== null) return applyEdits(current, [line]);
    return applyEdits(current, modify(current, path, value, { ...options, formattingOptions }));
  }, text);
}

/** A new JSON file: two blanks of indentation, one line end at the end. */
export function newJsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

// jsonc-parser formats whole lines, and with them the neighbour of what is added; so an entry that comes to the
// end of a list of lines is written here. null: it is another kind of edit.
function addedLine(
  text: string,
  path: JSONPath,
  edits: readonly Edit[],
  { insertSpaces, tabSize, eol }: Formatting,
): Edit | null {
  const [edit] = edits;
  if (edits.length !== 1 || edit === undefined || !edit.content.startsWith(',')) return null;
  const container = standingContainer(parseTree(text, [], { allowTrailingComma: true }), path);
  const [first] = container?.children ?? [];
  if (container === undefined || first === undefined) return null;
  const indent = /(?:^|\n)([ \t]*)$/.exec(text.slice(0, first.offset))?.[1];
  if (indent === undefined) return null;
  const unit = insertSpaces ? ' '.repeat(tabSize) : '\t';
  const body = entryText(container, edit.content.slice(1), unit).replaceAll('\n', eol + indent);
  return { ...edit, content: `,${eol}${indent}${body}` };
}

// What of the path is there already: the object or list that the entry is added to.
function standingContainer(root: Node | undefined, path: JSONPath): Node | undefined {
  if (root === undefined) return undefined;
  const depths = path.map((_, at) => path.length - 1 - at);
  return depths
    .map((depth) => findNodeAtLocation(root, path.slice(0, depth)))
    .find((node) => node !== undefined);
}

function entryText(container: Node, compact: string, unit: string): string {
  if (container.type === 'array') return JSON.stringify(JSON.parse(compact), null, unit);
  const [[key, value] = ['', null]] = Object.entries(JSON.parse(`{${compact}}`) as object);
  return `${JSON.stringify(key)}: ${JSON.stringify(value, null, unit)}`;
}

function formattingOf(text: string): Formatting {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

import { applyEdits, modify } from 'jsonc-parser';
import type { JSONPath, ModificationOptions } from 'jsonc-parser';

/** A value and the place where it goes; `undefined` takes the key out, index -1 appends to a list. */
export interface JsonEdit {
  readonly path: JSONPath;
  readonly value: unknown;
}

/**
 * Sets values in a JSON (or JSONC) text and leaves everything else as it stands: comments, order,
 * indentation, line ends, the end of the file.
 */
export function setJsonValues(text: string, edits: readonly JsonEdit[]): string {
  return edits.reduce((current, { path, value }) => {
    const options: ModificationOptions = {
      formattingOptions: formattingOf(current),
      isArrayInsertion: path.at(-1) === -1,
    };
    return applyEdits(current, modify(current, path, value, options));
  }, text);
}

/** A new JSON file: two blanks of indentation, one line end at the end. */
export function newJsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function formattingOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const indent = /^([ \t]+)\S/m.exec(text)?.[1] ?? '  ';
  return {
    insertSpaces: !indent.startsWith('\t'),
    tabSize: indent.startsWith('\t') ? 1 : indent.length,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

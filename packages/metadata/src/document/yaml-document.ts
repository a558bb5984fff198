import type { Finding, Place } from '@nx-zenodo/findings';
import { finding } from '../metadata-error.js';
import type { DocumentPath, MemberPart, PlacedDocument } from './placed-document.js';
import { composeYaml } from '../python/yaml/compose-yaml.js';
import { constructYaml } from '../python/yaml/construct-yaml.js';
import { PythonValueError } from '../python/yaml/scalar-value.js';
import { PythonYamlError } from '../python/yaml/yaml-error.js';
import type { YamlNode } from '../python/yaml/yaml-node.js';

function childOf(node: YamlNode, key: string | number): { key: YamlNode; value: YamlNode } | null {
  if (node.kind === 'sequence') {
    const item = typeof key === 'number' ? node.items[key] : undefined;
    return item === undefined ? null : { key: item, value: item };
  }
  if (node.kind === 'scalar') return null;
  const pair = node.pairs.findLast(([name]) => name.kind === 'scalar' && name.text === key);
  return pair === undefined ? null : { key: pair[0], value: pair[1] };
}

/** The text of a scalar as it is written, for values that a number would not keep: `1.0`. */
function writtenIn(root: YamlNode, path: DocumentPath): string | null {
  let node: YamlNode | undefined = root;
  for (const key of path) node = node === undefined ? undefined : childOf(node, key)?.value;
  return node?.kind === 'scalar' ? node.text : null;
}

function placeIn(root: YamlNode, file: string, path: DocumentPath, part: MemberPart): Place {
  let node = root;
  for (const [index, key] of path.entries()) {
    const child = childOf(node, key);
    if (child === null) break;
    // An empty value stands where the next token does; its key tells more.
    const isEmpty = child.value.kind === 'scalar' && child.value.text === '';
    const wanted = isEmpty ? 'key' : part;
    node = index === path.length - 1 ? child[wanted] : child.value;
  }
  return { file, line: node.mark.line, column: node.mark.column, field: path.join('.') };
}

/** A PlacedDocument of YAML that also knows how its scalars are written. */
export interface YamlDocument extends PlacedDocument {
  readonly written: (path: DocumentPath) => string | null;
}

interface YamlReading {
  readonly document: YamlDocument | null;
  readonly findings: readonly Finding[];
}

/** YAML text read as Zenodo's parser reads it, with the place of every value. */
export function parseYamlDocument(text: string, file: string): YamlReading {
  try {
    const root = composeYaml(text);
    if (root === null) return { document: null, findings: [] };
    const place: YamlDocument['place'] = (path, part = 'value') => placeIn(root, file, path, part);
    const written = (path: DocumentPath) => writtenIn(root, path);
    return { document: { file, value: constructYaml(root), place, written }, findings: [] };
  } catch (error) {
    if (error instanceof PythonYamlError) {
      const { line, column } = error.mark;
      const message = `${file} is not YAML 1.1: ${error.message}.`;
      return {
        document: null,
        findings: [finding('NZ3002', { message, place: { file, line, column } })],
      };
    }
    if (!(error instanceof PythonValueError)) throw error;
    const message = `${file} holds a date or number that does not exist: ${error.message}.`;
    const cure = 'Correct the date, or put it in quotes where it is no date.';
    return { document: null, findings: [finding('NZ3002', { message, cure, place: { file } })] };
  }
}

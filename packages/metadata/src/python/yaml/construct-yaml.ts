import { composeYaml } from './compose-yaml.js';
import { constructScalar, implicitTag } from './scalar-value.js';
import { PythonYamlError } from './yaml-error.js';
import type { MappingNode, YamlNode } from './yaml-node.js';

const STANDARD = 'tag:yaml.org,2002:';
const DEFAULT_TAGS = { sequence: 'seq', mapping: 'map' } as const;

/** Before a key that is no string to Python: nobody asks for it, but its mapping is not empty. */
const NO_STRING = '\0';

type Pair = readonly [key: string, value: unknown];

/** Makes Python's values of nodes; a node gives one value however often it is named, so aliases cannot multiply. */
class Constructor {
  readonly #made = new Map<YamlNode, unknown>();

  construct(node: YamlNode): unknown {
    if (this.#made.has(node)) return this.#made.get(node);
    if (node.kind === 'scalar') {
      const tag = this.#tagOf(node, node.plain ? implicitTag(node.text) : 'str');
      const value = constructScalar(node.text, tag, node.mark);
      return value === undefined ? this.#refuse(tag, node) : value;
    }
    const tag = this.#tagOf(node, DEFAULT_TAGS[node.kind]);
    if (node.kind === 'sequence') {
      if (!['seq', 'omap', 'pairs'].includes(tag)) return this.#refuse(tag, node);
      const items: unknown[] = [];
      this.#made.set(node, items);
      for (const item of node.items) items.push(this.construct(item));
      return items;
    }
    if (tag !== 'map' && tag !== 'set') return this.#refuse(tag, node);
    const target: object = {};
    this.#made.set(node, target);
    for (const [key, value] of this.#pairs(node, new Set())) {
      // Own property by definition, also for a key called __proto__.
      Object.defineProperty(target, key, {
        value,
        enumerable: true,
        writable: true,
        configurable: true,
      });
    }
    return target;
  }

  #tagOf({ tag }: YamlNode, implicit: string): string {
    if (tag === null) return implicit;
    return tag.startsWith(STANDARD) ? tag.slice(STANDARD.length) : tag;
  }

  #refuse(tag: string, { mark }: YamlNode): never {
    const name = tag.startsWith('!') ? tag : `${STANDARD}${tag}`;
    throw new PythonYamlError(`could not determine a constructor for the tag '${name}'`, mark);
  }

  /** Merged pairs come first, so that the mapping's own keys win. */
  #pairs(node: MappingNode, around: ReadonlySet<YamlNode>): Pair[] {
    const inside = new Set([...around, node]);
    const merged: Pair[] = [];
    const own: Pair[] = [];
    for (const [key, value] of node.pairs) {
      const isMerge = key.kind === 'scalar' && key.plain && key.tag === null && key.text === '<<';
      if (isMerge) merged.unshift(...this.#merge(value, inside));
      else {
        const isEquals = key.kind === 'scalar' && key.plain && key.text === '=';
        const name = isEquals ? '=' : this.construct(key);
        if (key.kind !== 'scalar') throw new PythonYamlError('found unhashable key', key.mark);
        const made = this.construct(value);
        own.push([typeof name === 'string' ? name : `${NO_STRING}${key.text}`, made]);
      }
    }
    return [...merged, ...own];
  }

  #merge(value: YamlNode, inside: ReadonlySet<YamlNode>): Pair[] {
    if (inside.has(value)) return [];
    if (value.kind === 'mapping') return this.#pairs(value, inside);
    if (value.kind === 'scalar' || value.items.some(({ kind }) => kind !== 'mapping')) {
      const problem = 'expected a mapping or list of mappings for merging';
      throw new PythonYamlError(problem, value.mark);
    }
    return [...value.items].reverse().flatMap((item) => this.#merge(item, inside));
  }
}

/** The value of a node graph. Throws PythonYamlError or PythonValueError. */
export function constructYaml(node: YamlNode): unknown {
  return new Constructor().construct(node);
}

/**
 * Reads YAML as PyYAML's `safe_load` does: YAML 1.1 and its implicit types, the last of equal keys wins,
 * an empty text is null. Throws PythonYamlError, or PythonValueError for a date that does not exist.
 */
export function parsePythonYaml(text: string): unknown {
  const node = composeYaml(text);
  return node === null ? null : constructYaml(node);
}

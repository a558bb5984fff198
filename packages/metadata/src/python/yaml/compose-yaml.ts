import { PythonYamlError } from './yaml-error.js';
import type { Mark } from './yaml-error.js';
import type { MappingNode, SequenceNode, YamlNode } from './yaml-node.js';
import { YamlScanner } from './yaml-scanner.js';
import type { Token, TokenType } from './yaml-token.js';

const MAX_DEPTH = 300;

class Composer {
  readonly #scanner: YamlScanner;
  readonly #anchors = new Map<string, YamlNode>();
  #depth = 0;

  constructor(text: string) {
    this.#scanner = new YamlScanner(text);
  }

  at(...types: TokenType[]): boolean {
    return types.includes(this.#scanner.peek().type);
  }

  fail(problem: string, context: string, mark?: Mark): never {
    const { type, mark: at } = this.#scanner.peek();
    throw new PythonYamlError(problem.replace('%r', `'${type}'`), at, context, mark);
  }

  single(): YamlNode | null {
    const first = this.document(false);
    if (first === null) return null;
    if (this.hasDocument()) {
      const { mark } = this.#scanner.peek();
      const context = 'expected a single document in the stream';
      throw new PythonYamlError('but found another document', mark, context, first.mark);
    }
    return first;
  }

  /** Skips document ends; true when something but the end of the text follows, which must then be `---`. */
  hasDocument(): boolean {
    while (this.at('<document end>')) this.#scanner.next();
    if (this.at('<stream end>')) return false;
    while (this.at('<directive>')) this.#scanner.next();
    if (!this.at('<document start>')) this.fail("expected '<document start>', but found %r", '');
    return true;
  }

  document(explicit: boolean): YamlNode | null {
    const isImplicit = !explicit && !this.at('<directive>', '<document start>', '<stream end>');
    if (isImplicit) return this.node('block', true, false);
    if (!this.hasDocument()) return null;
    this.#scanner.next();
    if (this.at('<directive>', '<document start>', '<document end>', '<stream end>'))
      return this.empty();
    return this.node('block', true, false);
  }

  empty(tag: string | null = null): YamlNode {
    return { kind: 'scalar', text: '', plain: true, tag, mark: this.#scanner.peek().mark };
  }

  properties(): { anchor: Token | null; tag: Token | null } {
    let anchor: Token | null = null;
    let tag: Token | null = null;
    for (;;) {
      if (anchor === null && this.at('<anchor>')) anchor = this.#scanner.next();
      else if (tag === null && this.at('<tag>')) tag = this.#scanner.next();
      else return { anchor, tag };
    }
  }

  alias(): YamlNode {
    const { value, mark } = this.#scanner.next();
    const node = this.#anchors.get(value);
    if (node === undefined) throw new PythonYamlError(`found undefined alias '${value}'`, mark);
    return node;
  }

  node(place: 'block' | 'flow', block: boolean, indentless: boolean): YamlNode {
    if (this.at('<alias>')) return this.alias();
    const start = this.#scanner.peek().mark;
    const { anchor, tag: written } = this.properties();
    const tag = written === null || written.value === '!' ? null : written.value;
    if (anchor !== null && this.#anchors.has(anchor.value)) {
      const problem = `found duplicate anchor '${anchor.value}'; first occurrence`;
      throw new PythonYamlError(problem, anchor.mark);
    }
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) this.fail('maximum recursion depth exceeded', '');
    const node = this.content(block, indentless, tag, (made) => {
      if (anchor !== null) this.#anchors.set(anchor.value, made);
    });
    this.#depth -= 1;
    if (node !== null) return node;
    if (anchor === null && written === null) {
      this.fail('expected the node content, but found %r', `while parsing a ${place} node`, start);
    }
    const none = this.empty(tag);
    if (anchor !== null) this.#anchors.set(anchor.value, none);
    return none;
  }

  content(
    block: boolean,
    indentless: boolean,
    tag: string | null,
    made: (node: YamlNode) => void,
  ): YamlNode | null {
    const { type, mark, value, plain } = this.#scanner.peek();
    if (type === '<scalar>') {
      this.#scanner.next();
      const node: YamlNode = { kind: 'scalar', text: value, plain, tag, mark };
      made(node);
      return node;
    }
    const sequence: SequenceNode = { kind: 'sequence', items: [], tag, mark };
    const mapping: MappingNode = { kind: 'mapping', pairs: [], tag, mark };
    if (indentless && type === '-') return this.items(sequence, made, ['?', ':']);
    if (type === '[') return this.flowSequence(sequence, made);
    if (type === '{') return this.flowMapping(mapping, made);
    if (block && type === '<block sequence start>') return this.blockSequence(sequence, made);
    return block && type === '<block mapping start>' ? this.blockMapping(mapping, made) : null;
  }

  items(node: SequenceNode, made: (node: YamlNode) => void, ends: TokenType[]): YamlNode {
    made(node);
    while (this.at('-')) {
      this.#scanner.next();
      const isEmpty = this.at('-', '<block end>', ...ends);
      node.items.push(isEmpty ? this.empty() : this.node('block', true, false));
    }
    return node;
  }

  blockSequence(node: SequenceNode, made: (node: YamlNode) => void): YamlNode {
    const { mark } = this.#scanner.next();
    this.items(node, made, []);
    this.blockEnd('while parsing a block collection', mark);
    return node;
  }

  blockEnd(context: string, mark: Mark): void {
    if (!this.at('<block end>')) this.fail('expected <block end>, but found %r', context, mark);
    this.#scanner.next();
  }

  blockMapping(node: MappingNode, made: (node: YamlNode) => void): YamlNode {
    const { mark } = this.#scanner.next();
    made(node);
    const part = () =>
      this.at('?', ':', '<block end>') ? this.empty() : this.node('block', true, true);
    while (this.at('?')) {
      this.#scanner.next();
      const key = part();
      if (this.at(':')) this.#scanner.next();
      else {
        node.pairs.push([key, this.empty()]);
        continue;
      }
      node.pairs.push([key, part()]);
    }
    this.blockEnd('while parsing a block mapping', mark);
    return node;
  }

  /** One pair between brackets: `key: value`, `? key`, or a key alone in braces. */
  flowPair(end: ']' | '}'): readonly [YamlNode, YamlNode] {
    const isMarked = this.at('?');
    if (isMarked) this.#scanner.next();
    const hasKey = !isMarked || !this.at(':', ',', end);
    const key = hasKey ? this.node('flow', false, false) : this.empty();
    if (!isMarked || !this.at(':')) return [key, this.empty()];
    this.#scanner.next();
    return [key, this.at(',', end) ? this.empty() : this.node('flow', false, false)];
  }

  flowItems(end: ']' | '}', context: string, item: () => void): void {
    const { mark } = this.#scanner.next();
    let first = true;
    while (!this.at(end)) {
      if (!first) {
        if (!this.at(',')) this.fail(`expected ',' or '${end}', but got %r`, context, mark);
        this.#scanner.next();
        if (this.at(end)) break;
      }
      item();
      first = false;
    }
    this.#scanner.next();
  }

  flowSequence(node: SequenceNode, made: (node: YamlNode) => void): YamlNode {
    made(node);
    this.flowItems(']', 'while parsing a flow sequence', () => {
      if (!this.at('?')) node.items.push(this.node('flow', false, false));
      else {
        const { mark } = this.#scanner.peek();
        node.items.push({ kind: 'mapping', tag: null, mark, pairs: [this.flowPair(']')] });
      }
    });
    return node;
  }

  flowMapping(node: MappingNode, made: (node: YamlNode) => void): YamlNode {
    made(node);
    this.flowItems('}', 'while parsing a flow mapping', () => node.pairs.push(this.flowPair('}')));
    return node;
  }
}

/** The node graph of the one document in the text, or null where there is none. Throws PythonYamlError. */
export function composeYaml(text: string): YamlNode | null {
  return new Composer(text).single();
}

import type { Mark } from './yaml-error.js';

interface Located {
  readonly mark: Mark;
  /** Explicit tag; null where there is none or `!`. */
  readonly tag: string | null;
}

/** Text that stands for a string, a number, a date, or nothing (YAML 1.1, 3.2.1.1). */
export interface ScalarNode extends Located {
  readonly kind: 'scalar';
  readonly text: string;
  /** Whether the type follows from the text. */
  readonly plain: boolean;
}

/** Nodes in order (YAML 1.1, 3.2.1.1). */
export interface SequenceNode extends Located {
  readonly kind: 'sequence';
  readonly items: YamlNode[];
}

/** Keys and their values, both nodes; the text may name a key twice (YAML 1.1, 3.2.1.1). */
export interface MappingNode extends Located {
  readonly kind: 'mapping';
  readonly pairs: (readonly [key: YamlNode, value: YamlNode])[];
}

/** A node of the graph; aliases are the very nodes they name. */
export type YamlNode = ScalarNode | SequenceNode | MappingNode;

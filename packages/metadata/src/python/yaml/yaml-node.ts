import type { Mark } from './yaml-error.js';

interface Located {
  readonly mark: Mark;
  /** Explicit tag; null where there is none or `!`. */
  readonly tag: string | null;
}

export interface ScalarNode extends Located {
  readonly kind: 'scalar';
  readonly text: string;
  /** Whether the type follows from the text. */
  readonly plain: boolean;
}

export interface SequenceNode extends Located {
  readonly kind: 'sequence';
  readonly items: YamlNode[];
}

export interface MappingNode extends Located {
  readonly kind: 'mapping';
  readonly pairs: (readonly [key: YamlNode, value: YamlNode])[];
}

/** A node of the graph; aliases are the very nodes they name. */
export type YamlNode = ScalarNode | SequenceNode | MappingNode;

import type { Mark } from './yaml-error.js';

/** Tokens of YAML 1.1 as PyYAML names them. */
export type TokenType =
  | '<stream end>'
  | '<directive>'
  | '<document start>'
  | '<document end>'
  | '<block sequence start>'
  | '<block mapping start>'
  | '<block end>'
  | '['
  | ']'
  | '{'
  | '}'
  | ','
  | '-'
  | '?'
  | ':'
  | '<alias>'
  | '<anchor>'
  | '<tag>'
  | '<scalar>';

/** `value`: the text of a scalar, the name of an anchor or alias, the whole tag. */
export interface Token {
  readonly type: TokenType;
  readonly mark: Mark;
  readonly value: string;
  readonly plain: boolean;
}

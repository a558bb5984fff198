/** Where something stands in the text; line and column are 1-based. */
export interface Mark {
  readonly offset: number;
  readonly line: number;
  readonly column: number;
}

/** YAML text that PyYAML's safe loader refuses, in its words. */
export class PythonYamlError extends Error {
  constructor(
    readonly problem: string,
    readonly mark: Mark,
    readonly context = '',
    contextMark?: Mark,
  ) {
    const at = ({ line, column }: Mark) => ` in "<unicode string>", line ${line}, column ${column}`;
    const before = contextMark === undefined ? context : `${context}${at(contextMark)}:`;
    super(`${before === '' ? '' : `${before} `}${problem}${at(mark)}`);
    this.name = 'PythonYamlError';
  }
}

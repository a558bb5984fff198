/**
 * Options as they were typed: a question answered with Enter alone is no answer, and a value that Nx
 * took for a number is the text that stands on the command line (`--releaseVersion=1.0` is not "1").
 */
export function writtenFlags(options: unknown, argv: readonly string[]): unknown {
  if (typeof options !== 'object' || options === null) return options;
  return Object.fromEntries(
    Object.entries(options)
      .filter(([, value]) => value !== '' && value !== undefined)
      .map(([name, value]) => [
        name,
        typeof value === 'number' ? (typedValue(name, argv) ?? String(value)) : (value as unknown),
      ]),
  );
}

// `--name=value` or `--name value`, in camel or kebab case; the last one counts.
function typedValue(name: string, argv: readonly string[]): string | undefined {
  const kebab = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const spellings = [`--${name}`, `--${kebab}`];
  return argv
    .flatMap((argument, at) => {
      const [flag = '', ...value] = argument.split('=');
      if (!spellings.includes(flag)) return [];
      return value.length > 0 ? [value.join('=')] : [argv[at + 1]];
    })
    .findLast((value) => value !== undefined);
}

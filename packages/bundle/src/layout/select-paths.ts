/** Chooses by globs; names that begin with a dot are matched like any other. The order is kept. */
export type SelectPaths = <Item extends { readonly path: string }>(
  items: readonly Item[],
  include: readonly string[],
  exclude: readonly string[],
) => readonly Item[];

/** Loads the glob matcher; only a layout with globs pays for it. */
export async function loadSelectPaths(): Promise<SelectPaths> {
  const { default: picomatch } = await import('picomatch');
  const matcher = (globs: readonly string[]) => {
    const literal = new Set(globs);
    const matches =
      globs.length === 0 ? () => false : picomatch([...globs], { dot: true, flags: 's' });
    return (path: string) => literal.has(path) || matches(path);
  };
  return (items, include, exclude) => {
    const [wanted, unwanted] = [matcher(include), matcher(exclude)];
    return items.filter(({ path }) => wanted(path) && !unwanted(path));
  };
}

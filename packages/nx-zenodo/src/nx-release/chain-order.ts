import type { TargetConfiguration } from '@nx/devkit';

/** The targets of the same project that `target` depends on, each after those that it depends on itself. */
export function chainOrder(
  targets: Readonly<Record<string, TargetConfiguration>>,
  target: string,
): readonly string[] {
  const order = new Set<string>();
  const visit = (name: string, path: readonly string[]) => {
    if (order.has(name) || path.includes(name)) return;
    for (const needed of ownDependencies(targets[name])) {
      if (needed in targets) visit(needed, [...path, name]);
    }
    order.add(name);
  };
  visit(target, []);
  order.delete(target);
  return [...order];
}

// `^name` and what names projects is of other projects, and stays with Nx.
function ownDependencies(target: TargetConfiguration | undefined): string[] {
  return (target?.dependsOn ?? []).flatMap((dependency) => {
    if (typeof dependency === 'string') return dependency.startsWith('^') ? [] : [dependency];
    const isOther = dependency.dependencies === true || dependency.projects !== undefined;
    return isOther ? [] : [dependency.target];
  });
}

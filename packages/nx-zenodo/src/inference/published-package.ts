/** Whether a package.json (null: there is none) is one that `npm publish` would take. */
export function isPublishedPackage(packageJson: string | null): boolean {
  if (packageJson === null) return false;
  try {
    const value: unknown = JSON.parse(packageJson);
    return (value as { readonly private?: unknown } | null)?.private !== true;
  } catch {
    return false;
  }
}

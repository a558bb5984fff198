import { jsonObject } from '../loose-json/json-object.js';

/** Whether a package.json (null: there is none) is one that `npm publish` would take. */
export function isPublishedPackage(packageJson: string | null): boolean {
  const description = packageJson === null ? null : jsonObject(packageJson);
  return description !== null && description['private'] !== true;
}

import type { VersionView } from '@nx-zenodo/record-page';
import type { Version } from '../model/version.js';
import { publishedVersions, type World } from '../model/world.js';

/** All published versions of a work, newest first. */
export function versionViews(world: World, version: Version, origin: string): VersionView[] {
  const published = publishedVersions(world, version.concept);
  return published
    .map((entry, index) => {
      const content = entry.record?.content;
      const doi = content?.pids.doi?.identifier;
      return {
        id: String(entry.id),
        label: content?.metadata.version ?? `Version ${index + 1}`,
        ...(doi === undefined ? {} : { doi }),
        date: content?.metadata.publication_date ?? '',
        url: `${origin}/records/${entry.id}`,
        isNewest: index === published.length - 1,
        isThis: entry.id === version.id,
      };
    })
    .reverse();
}

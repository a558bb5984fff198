import { joinPathFragments } from '@nx/devkit';
import type { Tree } from '@nx/devkit';
import { VersionActions } from 'nx/release';
import { standingSettings } from '../generators/release/standing-settings.js';
import { currentVersion, withVersion } from './version-label.js';

const configFile = 'zenodo.release.json';

/**
 * How `nx release version` reads and writes the version of a release: in zenodo.release.json and in the metadata
 * of its record. In nx.json: `"release": { "version": { "versionActions": "nx-zenodo/version-actions" } }`.
 */
export default class ReleaseVersionActions extends VersionActions {
  override readonly validManifestFilenames = [configFile];

  // The files are edited value by value; a formatter would undo that.
  override excludeManifestsFromFormatting = true;

  override async readCurrentVersionFromSourceManifest(
    tree: Tree,
  ): Promise<{ currentVersion: string; manifestPath: string }> {
    const manifestPath = this.inProject(configFile);
    const text = tree.read(manifestPath, 'utf-8') ?? '';
    return { currentVersion: currentVersion(text, manifestPath), manifestPath };
  }

  // Zenodo keeps labels of versions, in no order of its own: the files and the git tags know better.
  override async readCurrentVersionFromRegistry(): Promise<null> {
    return null;
  }

  override async readCurrentVersionOfDependency(): Promise<{
    currentVersion: null;
    dependencyCollection: null;
  }> {
    return { currentVersion: null, dependencyCollection: null };
  }

  override async updateProjectVersion(tree: Tree, newVersion: string): Promise<string[]> {
    const configPath = this.inProject(configFile);
    const text = tree.read(configPath, 'utf-8') ?? '';
    const { metadata: named = 'zenodo.metadata.json' } = standingSettings(text);
    const metadataPath = this.inProject(named);
    const before = { config: text, metadata: tree.read(metadataPath, 'utf-8') };
    const { config, metadata } = withVersion(before, newVersion);
    tree.write(configPath, config);
    if (metadata === null) return [`✍️  New version ${newVersion} written to ${configPath}`];
    tree.write(metadataPath, metadata);
    return [`✍️  New version ${newVersion} written to ${configPath} and ${metadataPath}`];
  }

  // A release bundles files; it depends on no version of another project.
  override async updateProjectDependencies(): Promise<string[]> {
    return [];
  }

  private inProject(path: string): string {
    return joinPathFragments(this.projectGraphNode.data.root, path);
  }
}

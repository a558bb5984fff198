import { PACKAGE_MANIFESTS, readPackageManifest } from '@nx-zenodo/metadata';
import { toHtml } from './text/html-text.js';
import type { SourceFacts } from './known-facts.js';
import { given, textOf } from '../../loose-json/loose-value.js';
import { unreadable } from './fact-findings.js';

/** What pyproject.toml, Cargo.toml, pom.xml and DESCRIPTION of a folder say, strongest first. */
export async function manifestFacts(
  read: (path: string) => string | null,
): Promise<readonly SourceFacts[]> {
  const said = await Promise.all(
    PACKAGE_MANIFESTS.map(async (file) => {
      const text = read(file);
      if (text === null) return [];
      const { name, deposit, findings } = await readPackageManifest(file, text);
      const description = textOf(deposit.description);
      return [
        {
          source: file,
          ...given('name', name ?? undefined),
          deposit: {
            ...deposit,
            ...given('description', description === undefined ? undefined : toHtml(description)),
          },
          findings: findings.map(() => unreadable(file, 'what its name says')),
        },
      ];
    }),
  );
  return said.flat();
}

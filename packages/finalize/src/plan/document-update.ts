import type { BadgeOptions } from '../badge/update-badge.js';
import { updateBadge } from '../badge/update-badge.js';
import { updateCitationFile } from '../citation-file/update-citation-file.js';
import { updateCitationSection } from '../citation-section/update-citation-section.js';
import type { Citation } from '../citation-section/update-citation-section.js';
import { updateCodemeta } from '../json-file/update-codemeta.js';
import { updatePackageJson } from '../json-file/update-package-json.js';
import { replacePlaceholder } from '../placeholder/replace-placeholder.js';
import type { DoiChoice, PublishedRelease } from '../published/published-release.js';
import type { ReleaseManifest } from '@nx-zenodo/manifest';
import { updateInventory } from '../release-notes/update-release-notes.js';
import type { UpdatedText } from '../text/document-text.js';
import { updatedText } from '../text/document-text.js';
import { updatePyproject } from '../toml-file/update-pyproject.js';

/** One thing to write into a document. */
export type DocumentUpdate =
  | { readonly kind: 'placeholder'; readonly doi?: DoiChoice }
  | { readonly kind: 'badge'; readonly doi?: DoiChoice }
  | { readonly kind: 'citation-file'; readonly doi?: DoiChoice }
  | { readonly kind: 'codemeta'; readonly doi?: DoiChoice }
  | { readonly kind: 'package-json' }
  | { readonly kind: 'pyproject' }
  | { readonly kind: 'citation-section' }
  | { readonly kind: 'inventory' };

/** What every update may ask for. */
export interface UpdateFacts {
  readonly published: PublishedRelease;
  readonly manifest: ReleaseManifest | null;
  readonly citation: Citation | null;
  /** Placeholders beside the usual `10.5281/zenodo.XXXXXXX`. */
  readonly placeholders: readonly string[];
  /** DOIs of earlier versions of the record. */
  readonly ownDois: readonly string[];
  readonly releaseRoot: string;
}

/** Carries one update out on a text; a text in, a text out. */
export function updateDocument(
  text: string,
  path: string,
  update: DocumentUpdate,
  facts: UpdateFacts,
): UpdatedText {
  const { published, manifest, citation, ownDois } = facts;
  const options: BadgeOptions = {
    ownDois,
    ...('doi' in update && update.doi !== undefined ? { doi: update.doi } : {}),
  };
  switch (update.kind) {
    case 'placeholder':
      return updatedText(
        replacePlaceholder(text, published, { ...options, placeholders: facts.placeholders }),
      );
    case 'badge':
      return updateBadge(text, path, published, options);
    case 'citation-file':
      return updateCitationFile(text, path, published, options);
    case 'codemeta':
      return updateCodemeta(text, path, published, options);
    case 'package-json':
      return updatePackageJson(text, path, published);
    case 'pyproject':
      return updatePyproject(text, path, published);
    case 'citation-section':
      return citation === null ? updatedText(text) : updateCitationSection(text, path, citation);
    case 'inventory':
      return manifest === null
        ? updatedText(text)
        : updateInventory(text, path, {
            manifest,
            published,
            place: { releaseRoot: facts.releaseRoot },
          });
  }
}

/** One line for the commit message: what was done to a document. */
export function describeUpdate(path: string, update: DocumentUpdate): string {
  switch (update.kind) {
    case 'placeholder':
      return `Replace the placeholder DOI in ${path}`;
    case 'badge':
      return `Show the ${update.doi ?? 'concept'} DOI badge in ${path}`;
    case 'citation-file':
      return `Set DOI, version and date in ${path}`;
    case 'codemeta':
      return `Set identifier, version and date in ${path}`;
    case 'package-json':
    case 'pyproject':
      return `Set the version in ${path}`;
    case 'citation-section':
      return `Say in ${path} how to cite the release`;
    case 'inventory':
      return `List the published files in ${path}`;
  }
}

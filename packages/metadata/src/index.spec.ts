import { expect, it } from '@jest/globals';
import * as metadata from './index.js';

it('when the package is imported, exactly this is public', () => {
  expect(Object.keys(metadata).sort()).toEqual([
    'CITATION_STYLES',
    'LICENSE_FILES',
    'MAX_SOURCE_BYTES',
    'MetadataError',
    'PACKAGE_MANIFESTS',
    'SOURCE_FILES',
    'SYNCED_FILES',
    'badgeMarkdown',
    'decodeReleaseMetadata',
    'depositFileSchema',
    'fixDepositFile',
    'formatCitation',
    'formatCitationCff',
    'formatCodemeta',
    'formatDataCite',
    'formatOrigins',
    'formatReleaseMetadata',
    'formatReview',
    'formatZenodoJson',
    'judgeDeposit',
    'observeGithubOutcome',
    'proposeFixes',
    'readPackageManifest',
    'readSourceText',
    'releaseMetadataSha256',
    'resolveGithubMetadata',
    'resolveGithubRelease',
    'resolveRelease',
    'resolveReleaseMetadata',
    'syncFile',
    'toCslItem',
    'toDataCite',
  ]);
});

import { checkMetadata, doiErrors, unknownIds } from '@nx-zenodo/zenodo-api';
import type { JsonObject, RdmMetadata } from '@nx-zenodo/zenodo-api';
import { brokenDate } from './broken-date.js';
import { defaultMetadata, fallbackCreators } from './default-metadata.js';
import { LoadFailure } from './github-outcome.js';
import type { GeneratedMetadata, GithubOutcome } from './github-outcome.js';
import type { GithubMetadataFiles, GithubRelease } from './github-release.js';
import { loadCitationCff, loadZenodoJson } from './load-files.js';

type UsedFile = GithubOutcome['usedFile'];

interface Loaded {
  readonly usedFile: UsedFile;
  readonly fields: JsonObject;
}

/** `.zenodo.json` hides CITATION.cff altogether; an empty CITATION.cff is as none. */
function loadFiles(release: GithubRelease, files: GithubMetadataFiles): Loaded {
  if (files.zenodoJson !== undefined) {
    return { usedFile: '.zenodo.json', fields: loadZenodoJson(files.zenodoJson, release) };
  }
  const fields =
    files.citationCff === undefined ? null : loadCitationCff(files.citationCff, release);
  return fields === null ? { usedFile: null, fields: {} } : { usedFile: 'CITATION.cff', fields };
}

function generate(release: GithubRelease, fields: JsonObject): GeneratedMetadata {
  // A field of a file replaces the default as a whole; nothing is merged inside of lists.
  const merged: Record<string, unknown> = { ...defaultMetadata(release), ...fields };
  const { creators } = merged;
  const isEmpty = !Array.isArray(creators) || creators.length === 0;
  return isEmpty ? { ...merged, creators: fallbackCreators(release) } : merged;
}

function awardsOf(metadata: RdmMetadata): string[] {
  return (metadata.funding ?? []).map(
    ({ award }, index) =>
      `funding.${index} award '${award?.id ?? ''}' must exist in Zenodo's awards vocabulary`,
  );
}

function publish(usedFile: UsedFile, generated: GeneratedMetadata): GithubOutcome {
  const refused = { accepted: false, usedFile, generated } as const;
  const broken = brokenDate(generated);
  if (broken !== null) {
    const { cause, detail } = broken;
    const stage = 'create-draft';
    return { ...refused, stage, cause, detail: [detail], zenodoMessage: detail };
  }
  const { metadata } = checkMetadata(generated);
  const unknown = unknownIds(metadata);
  if (unknown.length > 0) {
    const detail = unknown.map(
      ({ field, id, vocabulary }) => `${field}: '${id}' not in ${vocabulary}`,
    );
    const [{ message: zenodoMessage } = { message: '' }] = unknown;
    const cause = 'unknown-vocabulary-id';
    return { ...refused, stage: 'create-draft', cause, detail, zenodoMessage };
  }
  const strict = checkMetadata(metadata).errors;
  const errors = strict.length > 0 ? strict : doiErrors(metadata);
  if (errors.length > 0) {
    const detail = errors.map(({ field, messages }) => `${field}: ${messages.join(' ')}`);
    const zenodoMessage = errors.flatMap(({ messages }) => messages).join(' ');
    return { ...refused, stage: 'publish', cause: 'record-validation', detail, zenodoMessage };
  }
  return {
    accepted: true,
    usedFile,
    generated,
    published: metadata,
    unverified: awardsOf(metadata),
  };
}

/**
 * What Zenodo's GitHub webhook would publish for a release with these files at its tag, or at which stage it
 * would fail and why. Reproduces the integration; it does not judge it.
 */
export function resolveGithubRelease(
  release: GithubRelease,
  files: GithubMetadataFiles,
): GithubOutcome {
  try {
    const { usedFile, fields } = loadFiles(release, files);
    return publish(usedFile, generate(release, fields));
  } catch (error) {
    if (!(error instanceof LoadFailure)) throw error;
    return {
      accepted: false,
      usedFile: error.usedFile,
      stage: 'load',
      cause: error.reason,
      detail: error.detail,
      zenodoMessage: error.zenodoMessage,
      generated: null,
    };
  }
}

import {
  RefusedFields,
  UnexpectedValue,
  getFrom,
  isTruthy,
  loadRecordMetadata,
} from '@nx-zenodo/zenodo-api';
import type { JsonObject } from '@nx-zenodo/zenodo-api';
import { JsonDecodeError, parsePythonJson } from '../python/python-json.js';
import { UnicodeDecodeError, decodePythonUtf8 } from '../python/python-utf8.js';
import { parsePythonYaml } from '../python/yaml/construct-yaml.js';
import { PythonValueError } from '../python/yaml/scalar-value.js';
import { PythonYamlError } from '../python/yaml/yaml-error.js';
import { readCitationFile } from './citation-file.js';
import { knownLicense } from './default-metadata.js';
import { LoadFailure } from './github-outcome.js';
import type { GithubRelease } from './github-release.js';

/** The file's licence, or GitHub's where the file states none. Breaks on what is no object, as Zenodo does. */
function withLicense(value: unknown, { detectedLicense }: GithubRelease): JsonObject {
  const stated = getFrom(value, 'license');
  const known = knownLicense(detectedLicense);
  const own = value as JsonObject;
  return isTruthy(stated) || known === null ? own : { ...own, license: known };
}

const fieldLines = ({ errors }: RefusedFields): string[] =>
  errors.map(({ field, messages }) => `${field}: ${messages.join(' ')}`);

function reasonOf(error: unknown): { reason: string; detail: string[] } | null {
  if (error instanceof RefusedFields) return { reason: 'schema', detail: fieldLines(error) };
  if (error instanceof UnexpectedValue) {
    return { reason: `exception:${error.type}`, detail: [error.message] };
  }
  if (error instanceof JsonDecodeError) return { reason: 'json-syntax', detail: [error.message] };
  return error instanceof UnicodeDecodeError
    ? { reason: 'not-utf8', detail: [error.message] }
    : null;
}

/** `.zenodo.json` as metadata of a record; every failure is told to the owner with the same words. */
export function loadZenodoJson(bytes: Uint8Array, release: GithubRelease): JsonObject {
  try {
    const value = withLicense(parsePythonJson(decodePythonUtf8(bytes)), release);
    return loadRecordMetadata(value, { today: release.processingDate });
  } catch (error) {
    const known = reasonOf(error);
    if (known === null) throw error;
    const message = 'Extra metadata load failed.';
    throw new LoadFailure('.zenodo.json', known.reason, known.detail, message);
  }
}

function parseCitation(bytes: Uint8Array): unknown {
  try {
    return parsePythonYaml(decodePythonUtf8(bytes));
  } catch (error) {
    const fail = (reason: string): never => {
      const { message } = error as Error;
      throw new LoadFailure('CITATION.cff', reason, [message], message);
    };
    if (error instanceof PythonYamlError) return fail('yaml-syntax');
    if (error instanceof PythonValueError) return fail(`exception:${error.type}`);
    if (error instanceof UnicodeDecodeError) return fail('exception:UnicodeDecodeError');
    throw error;
  }
}

/** CITATION.cff as metadata of a record, or null where it says nothing at all. */
export function loadCitationCff(bytes: Uint8Array, release: GithubRelease): JsonObject | null {
  const value = parseCitation(bytes);
  if (!isTruthy(value)) return null;
  try {
    const citation = readCitationFile(withLicense(value, release));
    return loadRecordMetadata(citation, { today: release.processingDate });
  } catch (error) {
    const known = reasonOf(error);
    if (known === null) throw error;
    const message = 'Citation metadata load failed';
    throw new LoadFailure('CITATION.cff', known.reason, known.detail, message);
  }
}

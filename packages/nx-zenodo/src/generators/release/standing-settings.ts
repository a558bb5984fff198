import { textOf } from '../../loose-json/loose-value.js';
import { readJsonObject } from '../json-text/read-json.js';

/** What a zenodo.release.json that is there already settles before anything else is looked at. */
export interface StandingSettings {
  readonly version: string | undefined;
  readonly metadata: string | undefined;
}

/**
 * Reads it out of the text, null being no file.
 * @throws PluginError NZ9104 when it is not a JSON object.
 */
export function standingSettings(text: string | null): StandingSettings {
  const value = text === null ? {} : readJsonObject(text, 'zenodo.release.json');
  return { version: textOf(value['version']), metadata: textOf(value['metadata']) };
}

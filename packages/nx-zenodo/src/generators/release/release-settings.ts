import { given } from '../../loose-json/loose-value.js';
import type { GeneratorOptions } from '../options.js';
import type { ReplacedSettings } from './release-config-text.js';

type PlacingFlags = Pick<
  GeneratorOptions<'release'>,
  'name' | 'releaseVersion' | 'signature' | 'artifacts' | 'freeze' | 'conceptRecordId'
>;

/** The flags that zenodo.release.json holds, under its own names. */
export function settingsOf(flags: PlacingFlags): ReplacedSettings {
  return {
    ...given('name', flags.name),
    ...given('version', flags.releaseVersion),
    ...given('signature', flags.signature),
    ...given('artifacts', flags.artifacts),
    ...given('freeze', flags.freeze),
    ...given('conceptRecordId', flags.conceptRecordId?.replace(/^10\.5281\/zenodo\./, '')),
  };
}

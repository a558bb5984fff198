import { createRequire } from 'node:module';
import type licenses from 'spdx-license-list/full.js';
import type { LicenseTemplate } from '../source/license-text.js';

// The licences that nearly all public repositories use; the list holds more than six hundred.
const COMMON =
  'MIT Apache-2.0 BSD-2-Clause BSD-3-Clause ISC 0BSD MIT-0 MPL-2.0 GPL-2.0-only GPL-3.0-only LGPL-2.1-only ' +
  'LGPL-3.0-only AGPL-3.0-only Unlicense CC0-1.0 CC-BY-4.0 CC-BY-SA-4.0 CC-BY-NC-4.0 BSL-1.0 Zlib EPL-2.0 ' +
  'EUPL-1.2 WTFPL Artistic-2.0 ODbL-1.0 PostgreSQL NCSA OFL-1.1 UPL-1.0 BSD-4-Clause ECL-2.0 MulanPSL-2.0';

const read = new Map<string, LicenseTemplate>();

/** The SPDX texts of common licences, each read from disk when it is asked for, once. */
export function* licenseTemplates(): Generator<LicenseTemplate> {
  const load = createRequire(import.meta.url);
  for (const id of COMMON.split(' ')) {
    const known = read.get(id);
    if (known !== undefined) {
      yield known;
      continue;
    }
    const path = `spdx-license-list/licenses/${id}.json`;
    const { licenseText } = load(path) as (typeof licenses)[string];
    const template = { id, text: licenseText };
    read.set(id, template);
    yield template;
  }
}

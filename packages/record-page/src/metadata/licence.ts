import type { RdmRights } from '@nx-zenodo/zenodo-api';
import spdx from 'spdx-license-list';
import type { LicenceView } from '../view/record-view.js';
import { present } from './present.js';

const elements = { by: 'Attribution', nc: 'NonCommercial', nd: 'NoDerivatives', sa: 'ShareAlike' };

// Creative Commons names its licences by their elements: cc-by-nc-4.0, cc-by-sa-3.0.
const creativeCommons = /^cc-((?:by|nc|nd|sa)(?:-(?:nc|nd|sa))*)-(\d\.\d)$/;

function deed(id: string): Pick<LicenceView, 'title' | 'url'> | null {
  if (id === 'cc0-1.0') {
    return {
      title: 'Creative Commons Zero 1.0 Universal',
      url: 'https://creativecommons.org/publicdomain/zero/1.0/',
    };
  }
  const [, kind, version] = creativeCommons.exec(id) ?? [];
  if (kind === undefined || version === undefined) return null;
  const words = kind.split('-').map((part) => elements[part as keyof typeof elements]);
  const reach = version === '4.0' ? 'International' : 'Generic';
  return {
    title: `Creative Commons ${words.join('-')} ${version} ${reach}`,
    url: `https://creativecommons.org/licenses/${kind}/${version}/`,
  };
}

const spdxIds = new Map(Object.keys(spdx).map((id) => [id.toLowerCase(), id]));

// Zenodo writes the ids of SPDX in lower case; their pages are named in SPDX's own letters.
function listed(id: string): Pick<LicenceView, 'title' | 'url'> | null {
  const known = spdxIds.get(id);
  if (known === undefined) return null;
  return { title: spdx[known]?.name ?? known, url: `https://spdx.org/licenses/${known}.html` };
}

/** A licence with the name and address of its deed at Creative Commons or of its page at SPDX, where it has one. */
export function viewLicence({ id = 'other', title, link }: RdmRights): LicenceView {
  const known = deed(id) ?? listed(id);
  return {
    id,
    title: title?.['en'] ?? known?.title ?? id,
    ...present({ url: link ?? known?.url }),
  };
}

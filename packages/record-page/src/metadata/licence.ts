import type { RdmRights } from '@nx-zenodo/zenodo-api';
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

/** A licence with the name and address of its Creative Commons deed, where it is one; else as it is given. */
export function viewLicence({ id = 'other', title, link }: RdmRights): LicenceView {
  const known = deed(id);
  return {
    id,
    title: title?.['en'] ?? known?.title ?? id,
    ...present({ url: link ?? known?.url }),
  };
}

import type { RdmRights } from '@nx-zenodo/zenodo-api';
import type { LicenceView } from '@nx-zenodo/record-page';

/** A licence by its id: Creative Commons has deeds of its own, the rest is found at SPDX. */
export function licenceView({ id, title, link }: RdmRights): LicenceView {
  const known = id ?? '';
  const shown = title?.['en'] ?? titleOf(known);
  const url = link ?? urlOf(known);
  return { id: known, title: shown, ...(url === undefined ? {} : { url }) };
}

const creativeCommons = /^cc-(by(?:-nc)?(?:-nd|-sa)?)-(\d\.\d)$/;
const elements: Readonly<Record<string, string>> = {
  by: 'Attribution',
  nc: 'NonCommercial',
  nd: 'NoDerivatives',
  sa: 'ShareAlike',
};

function titleOf(id: string): string {
  if (id === 'cc0-1.0') return 'Creative Commons Zero v1.0 Universal';
  const [, parts, version] = creativeCommons.exec(id) ?? [];
  if (parts === undefined) return id === '' ? 'Other' : id.toUpperCase();
  const names = parts.split('-').map((part) => elements[part]);
  return `Creative Commons ${names.join('-')} ${version} ${version === '4.0' ? 'International' : 'Generic'}`;
}

function urlOf(id: string): string | undefined {
  if (id === 'cc0-1.0') return 'https://creativecommons.org/publicdomain/zero/1.0/';
  const [, parts, version] = creativeCommons.exec(id) ?? [];
  if (parts !== undefined) return `https://creativecommons.org/licenses/${parts}/${version}/`;
  return id === '' ? undefined : `https://spdx.org/licenses/?search=${encodeURIComponent(id)}`;
}

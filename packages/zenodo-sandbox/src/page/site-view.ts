import type { SiteView } from '@nx-zenodo/record-page';

/** What every page says of where it is. */
export function siteView(origin: string): SiteView {
  return {
    name: 'Local Zenodo',
    homeUrl: `${origin}/`,
    searchUrl: `${origin}/search`,
    uploadsUrl: `${origin}/me/uploads`,
    notice:
      'This is a local Zenodo for rehearsals: its DOIs are not registered and resolve only here.',
  };
}

import type { Route } from '../http/route.js';
import { accessGrantRoutes } from './access/access-grant-routes.js';
import { accessLinkRoutes } from './access/access-link-routes.js';
import { accessRequestRoutes } from './access/access-request-routes.js';
import { accessSettingsRoutes } from './access/access-settings-routes.js';
import { containerRoutes } from './files/container-routes.js';
import { formatRoutes } from './faces/format-routes.js';
import { draftFileRoutes } from './files/file-routes.js';
import { draftRoutes } from './draft-routes.js';
import { readRoutes } from './read-routes.js';
import { mediaFileRoutes } from './files/media-file-routes.js';
import { recordCommunityRoutes } from './review/record-community-routes.js';
import { requestRoutes } from './review/request-routes.js';
import { reviewRoutes } from './review/review-routes.js';
import { searchRoutes } from './record-search.js';
import { stewardRoutes } from './review/steward-routes.js';

/** The records API (contract C and D). */
export const recordRoutes: readonly Route[] = [
  ...searchRoutes,
  ...containerRoutes,
  ...readRoutes,
  ...draftRoutes,
  ...draftFileRoutes,
  ...stewardRoutes,
  ...accessLinkRoutes,
  ...accessGrantRoutes,
  ...accessSettingsRoutes,
  ...accessRequestRoutes,
  ...mediaFileRoutes,
  ...recordCommunityRoutes,
  ...requestRoutes,
  ...formatRoutes,
  ...reviewRoutes,
];

import type { Route } from '../http/route.js';
import { accessGrantRoutes } from './access-grant-routes.js';
import { accessLinkRoutes } from './access-link-routes.js';
import { accessRequestRoutes } from './access-request-routes.js';
import { accessSettingsRoutes } from './access-settings-routes.js';
import { containerRoutes } from './container-routes.js';
import { formatRoutes } from './format-routes.js';
import { draftFileRoutes } from './file-routes.js';
import { draftRoutes } from './draft-routes.js';
import { readRoutes } from './read-routes.js';
import { mediaFileRoutes } from './media-file-routes.js';
import { recordCommunityRoutes } from './record-community-routes.js';
import { requestRoutes } from './request-routes.js';
import { reviewRoutes } from './review-routes.js';
import { searchRoutes } from './record-search.js';
import { stewardRoutes } from './steward-routes.js';

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

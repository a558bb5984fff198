import { bucketRoutes } from './bucket/bucket-routes.js';
import { depositionFileRoutes } from './deposit/file-routes.js';
import { depositionRoutes } from './deposit/deposition-routes.js';
import { communityRoutes } from './community/community-routes.js';
import { oaiRoutes } from './oai-pmh/oai-routes.js';
import type { Route } from './http/route.js';
import { recordRoutes } from './record/record-routes.js';
import { badgeRoutes } from './page/badge-routes.js';
import { exportRoutes } from './page/export-routes.js';
import { listPageRoutes } from './page/list-page-routes.js';
import { recordPageRoutes } from './page/record-page-routes.js';
import { redirectRoutes } from './page/redirect-routes.js';
import { filePageRoutes } from './page/file-page-routes.js';
import { iiifRoutes } from './image/iiif-routes.js';
import { presentationRoutes } from './image/presentation-routes.js';
import { vocabularyRoutes } from './vocabulary/vocabulary-routes.js';

/** All that a local Zenodo answers to. */
export const routes: readonly Route[] = [
  ...depositionRoutes,
  ...depositionFileRoutes,
  ...bucketRoutes,
  ...recordRoutes,
  ...communityRoutes,
  ...listPageRoutes,
  ...recordPageRoutes,
  ...badgeRoutes,
  ...exportRoutes,
  ...vocabularyRoutes,
  ...oaiRoutes,
  ...presentationRoutes,
  ...iiifRoutes,
  ...redirectRoutes,
  ...filePageRoutes,
];

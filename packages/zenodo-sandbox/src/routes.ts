import { bucketRoutes } from './bucket/bucket-routes.js';
import { depositionFileRoutes } from './deposit/file-routes.js';
import { depositionRoutes } from './deposit/deposition-routes.js';
import type { Route } from './http/route.js';
import { recordRoutes } from './record/record-routes.js';
import { pageRoutes } from './page/page-routes.js';

/** All that a local Zenodo answers to. */
export const routes: readonly Route[] = [
  ...depositionRoutes,
  ...depositionFileRoutes,
  ...bucketRoutes,
  ...recordRoutes,
  ...pageRoutes,
];

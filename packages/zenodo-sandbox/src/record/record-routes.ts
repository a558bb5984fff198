import type { Route } from '../http/route.js';
import { readRoutes } from './read-routes.js';

export const recordRoutes: readonly Route[] = [...readRoutes];

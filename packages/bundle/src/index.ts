export type { Bundle, BundleEntry } from './bundle.js';

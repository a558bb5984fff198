export type { FileDigest, SignatureDigest, VerifiedRelease } from './verified-release.js';

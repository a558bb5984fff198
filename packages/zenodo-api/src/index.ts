export type { DepositMetadata, DepositPerson } from './legacy/deposit-metadata.js';

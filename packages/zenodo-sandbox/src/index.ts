export { LOCAL_TOKEN } from './model/account.js';
export type { Account, Scope, Token } from './model/account.js';
export { findSandbox, holdLease } from './node/find-sandbox.js';
export type { Lease, SandboxIdentity } from './node/find-sandbox.js';
export { SandboxError } from './sandbox-error.js';
export type { SandboxCode } from './sandbox-error.js';
export { runCommand } from './server/command.js';
export { startSandbox } from './server/start-sandbox.js';
export type { Sandbox, SandboxOptions } from './server/start-sandbox.js';

import { CodedError } from '@nx-zenodo/findings';

export type SandboxCode = 'NZ7001' | 'NZ7002' | 'NZ7003' | 'NZ7004' | 'NZ7005';

/** A local Zenodo that cannot start or run; what HTTP clients are refused is never one of these. */
export class SandboxError extends CodedError<SandboxCode> {
  constructor(code: SandboxCode, message: string, cure: string, options?: { cause?: unknown }) {
    super([{ code, severity: 'error', message, cure }], options);
  }
}

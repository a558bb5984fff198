import type { EnvironmentName } from '../environment/environment.js';

/** What has to be confirmed before a release is published outside this machine. */
export interface ConfirmationRequest {
  readonly environment: EnvironmentName;
  readonly apiUrl: string;
  readonly version: string;
  readonly fileCount: number;
}

/** The question as the upload guide asks it; only y or Y and Enter is a yes. */
export function confirmationQuestion(request: ConfirmationRequest): string {
  const what = `${request.version}, ${request.fileCount} files`;
  return request.environment === 'production'
    ? `This will publish ${what} to production Zenodo (${request.apiUrl}), for good. Continue? (y/N) `
    : `Using the ${request.environment} environment: ${request.apiUrl}\nPublish ${what}? (y/N) `;
}

/** Anything but a plain yes is a no. */
export function isYes(answer: string | null): boolean {
  return answer !== null && /^y(es)?$/i.test(answer.trim());
}

/** `--confirm=<version>` has to name exactly the version that is published. */
export function confirmsVersion(confirm: string | undefined, version: string): boolean {
  return confirm === version;
}

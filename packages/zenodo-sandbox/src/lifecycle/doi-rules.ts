import type { Context } from '../http/call.js';
import type { FieldError } from '../http/refusal.js';
import type { Pid } from '../model/version.js';

const doiPattern = /^10\.\d{4,9}(\.\d+)*\/\S+$/;

/** What is wrong with the DOI of a draft (contract A.8); nothing while it has none, since one is then minted. */
export function pidErrors(
  context: Context,
  pid: Pid | undefined,
  version: number | undefined,
): FieldError[] {
  if (pid === undefined) return [];
  const messages = [
    ...(pid.provider === 'external'
      ? externalErrors(context, pid.identifier)
      : managedErrors(context, pid.identifier)),
    ...(isTaken(context, pid.identifier, version) ? [`doi:${pid.identifier} already exists.`] : []),
  ];
  return messages.length === 0 ? [] : [{ field: 'pids.doi', messages }];
}

function externalErrors(context: Context, doi: string): string[] {
  if (doi === '') return ['Missing DOI for required field.'];
  if (!doiPattern.test(doi)) return ['Invalid DOI'];
  if (!doi.startsWith(`${context.prefix}/`)) return [];
  return [
    `The prefix '${context.prefix}' is managed by Zenodo. Please supply an external DOI or select 'No' to have a DOI generated for you.`,
  ];
}

function managedErrors(context: Context, doi: string): string[] {
  const prefix = doi.split('/')[0] ?? '';
  if (prefix === context.prefix) return [];
  return [
    `Wrong DOI ${prefix} prefix provided, it should be ${context.prefix} as defined in the rest client`,
  ];
}

function isTaken(context: Context, doi: string, version: number | undefined): boolean {
  const holder = context.world.versionOfDoi(doi);
  if (holder !== undefined && holder.id !== version) return true;
  return context.world.conceptOfDoi(doi) !== undefined;
}

import type { Context } from '../http/call.js';
import type { FieldError } from '../http/refusal.js';
import type { WithDraft } from './lookup.js';

const doiPattern = /^10\.\d{4,9}(\.\d+)*\/\S+$/;

/** What is wrong with the DOI of a draft; empty while it has none, since one is then minted. */
export function doiErrors(context: Context, version: WithDraft): FieldError[] {
  const pid = version.draft.content.pids.doi;
  if (pid === undefined) return [];
  const messages = [
    ...(pid.provider === 'external'
      ? externalErrors(context, pid.identifier)
      : managedErrors(context, pid.identifier)),
    ...(isTaken(context, version, pid.identifier) ? [`doi:${pid.identifier} already exists.`] : []),
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

function isTaken(context: Context, version: WithDraft, doi: string): boolean {
  const holder = context.world.versionOfDoi(doi);
  if (holder !== undefined && holder.id !== version.id) return true;
  return context.world.conceptOfDoi(doi) !== undefined;
}

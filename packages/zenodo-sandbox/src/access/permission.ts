import type { Account, Actor, Scope } from '../model/account.js';
import type { Revision, Version } from '../model/version.js';
import { permissionDenied } from '../http/refusal.js';

/** Throws 403 unless somebody is logged in. */
export function requireAccount(actor: Actor): Account {
  if (actor.account === undefined) throw permissionDenied();
  return actor.account;
}

/**
 * Throws 403 when the token lacks a scope. Zenodo documents the scopes and was not seen to enforce
 * them; here a pipeline that works must work there on the day it does.
 */
export function requireScope(actor: Actor, scope: Scope): void {
  if (!actor.scopes.includes(scope)) throw permissionDenied();
}

/** Owners and superusers manage a version: they see its draft, change, publish and delete it. */
export function mayManage(actor: Actor, version: Version): boolean {
  const account = actor.account;
  return account !== undefined && (account.superuser === true || account.id === version.owner);
}

/** Throws 403 unless the actor manages the version and the token has the scope. */
export function requireManager(actor: Actor, version: Version, scope?: Scope): Account {
  const account = requireAccount(actor);
  if (!mayManage(actor, version)) throw permissionDenied();
  if (scope !== undefined) requireScope(actor, scope);
  return account;
}

/** Files of a public record are open to all, unless restricted or under embargo on this day. */
export function mayReadFiles(actor: Actor, version: Version, today: string): boolean {
  const access = version.record?.content.access;
  if (access === undefined) return mayManage(actor, version);
  return filesAreOpen(access, today) || mayManage(actor, version);
}

/** True when anyone may download the files on this day. */
export function filesAreOpen(access: Revision['content']['access'], today: string): boolean {
  const { active, until } = access.embargo ?? { active: false };
  // Zenodo lifts an embargo on its last day; here the day itself decides, with no job to wait for.
  if (active && until !== undefined) return until <= today;
  return access.files === 'public';
}

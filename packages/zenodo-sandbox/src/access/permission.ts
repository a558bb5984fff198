import type { Account, Actor, Scope } from '../model/account.js';
import type { Context } from '../http/call.js';
import { formatDay } from '../model/instant.js';
import type { Grant, Revision, Version } from '../model/version.js';
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

/** Owners and superusers; they also say who else may do what. */
export function isOwner({ account }: Actor, version: Version): boolean {
  return account !== undefined && (account.superuser === true || account.id === version.owner);
}

/** Owners, and those who were granted to edit or manage: they see the draft, change, publish and delete it. */
export function mayManage(actor: Actor, version: Version): boolean {
  const granted = grantOf(actor, version);
  return isOwner(actor, version) || granted === 'edit' || granted === 'manage';
}

/** What somebody was granted by name; all versions of a work have the same grants. */
export function grantOf({ account }: Actor, { grants }: Version): Grant['permission'] | undefined {
  return grants?.find((grant) => grant.account === account?.id)?.permission;
}

/** Throws 403 unless the actor says who may do what. */
export function requireOwner(actor: Actor, version: Version, scope: Scope): void {
  requireAccount(actor);
  if (!isOwner(actor, version) && grantOf(actor, version) !== 'manage') throw permissionDenied();
  requireScope(actor, scope);
}

/** Throws 403 unless the actor manages the version and the token has the scope. */
export function requireManager(actor: Actor, version: Version, scope?: Scope): Account {
  const account = requireAccount(actor);
  if (!mayManage(actor, version)) throw permissionDenied();
  if (scope !== undefined) requireScope(actor, scope);
  return account;
}

/** Throws 403 unless the actor may see drafts of the version: those below, and links to preview or edit. */
export function requireView(context: Context, actor: Actor, version: Version): void {
  const permission = linkPermission(context, actor, version);
  if (permission === 'preview' || permission === 'edit') return;
  if (!mayPreview(context, actor, version)) throw permissionDenied();
}

/** Managers, those who were granted to preview, and curators of a community that the work is in or on its way to. */
export function mayPreview({ world }: Context, actor: Actor, version: Version): boolean {
  if (mayManage(actor, version) || grantOf(actor, version) === 'preview') return true;
  const review = version.review === undefined ? undefined : world.request(version.review);
  const asked = review?.status === 'submitted' ? (review.community ?? '') : '';
  return curatesOne(actor, [...(world.concept(version.concept)?.communities ?? []), asked]);
}

function curatesOne({ account }: Actor, slugs: readonly string[]): boolean {
  return account?.communities?.some((slug) => slugs.includes(slug)) === true;
}

/**
 * Files of a public record are open to all, unless restricted or under embargo on this day; then to
 * its managers, to any secret link, and to curators of a community that the record is in.
 */
export function mayReadFiles(context: Context, actor: Actor, version: Version): boolean {
  const access = version.record?.content.access;
  if (access !== undefined && filesAreOpen(access, formatDay(context.now))) return true;
  if (mayManage(actor, version)) return true;
  if (linkPermission(context, actor, version) !== undefined) return true;
  if (grantOf(actor, version) !== undefined) return true;
  return curatesOne(actor, context.world.concept(version.concept)?.communities ?? []);
}

function linkPermission({ world, now }: Context, { link }: Actor, version: Version) {
  if (link === undefined) return undefined;
  const found = world.concept(version.concept)?.links?.find(({ token }) => token === link);
  if (found === undefined) return undefined;
  const { expires_at: until, permission } = found;
  return until === null || Date.parse(until) > now.getTime() ? permission : undefined;
}

/** True when anyone may download the files on this day. */
export function filesAreOpen(access: Revision['content']['access'], today: string): boolean {
  const { active, until } = access.embargo ?? { active: false };
  // Zenodo lifts an embargo on its last day; here the day itself decides, with no job to wait for.
  if (active && until !== undefined) return until <= today;
  return access.files === 'public';
}

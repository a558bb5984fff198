import { refuse } from '../http/refusal.js';
import type { Change } from '../model/change.js';
import type { Grant, Version } from '../model/version.js';
import type { World } from '../model/world.js';

/** All versions of a work have the same grants. */
export function replaceGrants(world: World, version: Version, grants: readonly Grant[]): Change[] {
  const all = (world.concept(version.concept)?.versions ?? []).map((id) => world.version(id));
  return all.flatMap((entry) =>
    entry === undefined ? [] : [{ put: 'version', value: { ...entry, grants } }],
  );
}

/** Grants besides those there are; throws 400 when somebody has one already. */
export function addGrants(world: World, version: Version, added: readonly Grant[]): Change[] {
  const former = version.grants ?? [];
  if (added.some(({ account }) => former.some((grant) => grant.account === account))) {
    throw refuse(400, 'The user already has a grant.');
  }
  return replaceGrants(world, version, [...former, ...added]);
}

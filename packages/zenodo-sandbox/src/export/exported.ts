import type { Revision, Version } from '../model/version.js';
import type { World } from '../model/world.js';

/** A record as it is written in the formats of others, with the address that it has. */
export interface Exported {
  readonly world: Pick<World, 'concept'>;
  readonly version: Version;
  readonly shown: Revision;
  /** `http://host:port` of the site. */
  readonly site: string;
}

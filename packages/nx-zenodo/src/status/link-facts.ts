import { inapplicable, known, unknown } from '@nx-zenodo/finalize';
import type { BeforeFacts } from '@nx-zenodo/finalize';
import type { LinkState } from './node/check-links.js';

/** What the answers say; where nobody answers at all the network is missing, and nothing is known. */
export function linkFacts(states: ReadonlyMap<string, LinkState>): BeforeFacts['urls'] {
  const those = (state: LinkState) => [...states].filter(([, one]) => one === state);
  if (states.size === 0) return inapplicable('the metadata names none');
  const silent = those('unreachable').map(([link]) => link);
  if (silent.length === states.size) return unknown(`none of ${states.size} could be reached`);
  return known({
    checked: states.size,
    broken: [...those('broken').map(([link]) => link), ...silent],
  });
}

import { repository } from './citation-facts.js';
import type { SourceFacts } from './known-facts.js';
import { browsableUrl } from './package-facts.js';
import { familyFirst } from './text/person-name.js';
import { guess } from './fact-findings.js';

/** What the configuration of git knows, as `git config` prints it. */
export interface GitIdentity {
  readonly userName: string | null;
  readonly remoteUrl: string | null;
}

/** The person at the keyboard as the author, and the remote as the repository: both guesses. */
export function gitFacts({ userName, remoteUrl }: GitIdentity): SourceFacts {
  const source = 'git config';
  const name = userName === null || userName.trim() === '' ? undefined : familyFirst(userName);
  return {
    source,
    deposit: {
      creators: name === undefined ? [] : [{ name }],
      related_identifiers: repository(browsableUrl(remoteUrl ?? undefined)),
    },
    findings:
      name === undefined
        ? []
        : [guess(source, 'creators', `The creator "${name}" is the user of git on this machine.`)],
  };
}

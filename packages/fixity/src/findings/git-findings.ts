import type { FixityFinding } from './fixity-error.js';
import { quote } from './quote.js';

const error = 'error' as const;

export function noRepository(root: string, reason: string): FixityFinding {
  return {
    code: 'NZ1040',
    severity: error,
    message: `The release root ${quote(root)} is in no git work tree that can be read: ${reason}.`,
    cure: 'Run in a clone of the repository, with git installed, or do not ask for the tag.',
  };
}

/** The same where a freeze cannot know whether the signature that it would replace is tagged. */
export function repositoryUnreadable(root: string, reason: string): FixityFinding {
  return {
    ...noRepository(root, reason),
    cure: 'Do what git says, or replace the signature knowingly, whatever is tagged (overwrite).',
  };
}

export function tagMissing(tag: string, shallow: boolean): FixityFinding {
  const why = shallow ? ' This clone is shallow, and such clones come without most tags.' : '';
  return {
    code: 'NZ1041',
    severity: error,
    message: `There is no tag ${quote(tag)} here.${why}`,
    cure: `${fetchTag(tag)} If it does not exist there either, tag the release.`,
  };
}

export function commitMissing(tag: string): FixityFinding {
  return {
    code: 'NZ1047',
    severity: error,
    message: `The tag ${quote(tag)} is here, but the commit or the files it names are not: the clone is shallow or partial.`,
    cure: fetchTag(tag),
  };
}

function fetchTag(tag: string): string {
  return `Fetch it: git fetch --depth=1 origin "+refs/tags/${tag}:refs/tags/${tag}".`;
}

export function headIsNotTag(tag: string, head: string | null, commit: string): FixityFinding {
  return {
    code: 'NZ1042',
    severity: error,
    message: `HEAD is ${head ?? 'unborn'}, the tag ${quote(tag)} is ${commit}.`,
    cure: `Check out the tag (git checkout ${tag}), or allow files to differ (mode allow-listed).`,
  };
}

export function differsFromTag(path: string, tag: string): FixityFinding {
  return {
    code: 'NZ1043',
    severity: error,
    message: `${quote(path)} differs between HEAD and the tag ${quote(tag)}, and no glob allows it to.`,
    cure: 'Take the change back, add the path to the allow list, or tag a new release.',
  };
}

/** `how` says what stands at the tag, for example `another file`. */
export function notAsTagged(path: string, tag: string, how: string): FixityFinding {
  return {
    code: 'NZ1044',
    severity: error,
    message: `${quote(path)} is not what was tagged: at ${quote(tag)} stands ${how}.`,
    cure: 'Restore the tagged file; where only line ends differ, mark it "-text" in .gitattributes.',
    place: { file: path },
  };
}

export function lfsPointer(path: string, tag: string): FixityFinding {
  return {
    code: 'NZ1045',
    severity: error,
    message: `${quote(path)} is a Git LFS pointer at the tag ${quote(tag)}: git does not hold its bytes.`,
    cure: 'Commit the file itself (git lfs migrate export), or leave it out of the freeze.',
    place: { file: path },
  };
}

export function recordDisagrees(
  record: string,
  field: 'commit' | 'tag',
  values: { readonly record: string; readonly git: string },
): FixityFinding {
  return {
    code: 'NZ1046',
    severity: error,
    message: `The freeze record says ${field} ${quote(values.record)}, git says ${quote(values.git)}.`,
    cure: 'Write the record of this freeze; a record with its own commit in it is committed after the tag.',
    place: { file: record, field },
  };
}

export function recordUnreadable(record: string, reason: string): FixityFinding {
  return {
    code: 'NZ1048',
    severity: error,
    message: `The freeze record ${quote(record)} cannot be used: ${reason}.`,
    cure: 'Write it as a JSON object whose "commit" is the full name of the tagged commit.',
    place: { file: record },
  };
}

export function notInTag(path: string, tag: string): FixityFinding {
  return {
    code: 'NZ1049',
    severity: error,
    message: `${quote(path)} is frozen, but the tag ${quote(tag)} does not hold it.`,
    cure: 'Commit the file and tag again, or leave it out of the freeze.',
    place: { file: path },
  };
}

export function signatureIsTagged(signature: string, tag: string): FixityFinding {
  return {
    code: 'NZ1031',
    severity: error,
    message: `The signature ${quote(signature)} is committed at the tag ${quote(tag)}, and this freeze differs from it.`,
    cure: 'Restore the files, freeze for a new tag, or overwrite it knowingly (overwrite).',
    place: { file: signature },
  };
}

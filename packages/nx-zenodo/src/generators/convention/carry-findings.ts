import type { Finding, Place } from '@nx-zenodo/findings';
import type { ShellCommand } from './shell/shell-script.js';
import { writtenWord } from './shell/shell-word.js';

/** NZ9111: something of the old way that the release does not have; a person decides. */
export function notCarried(
  message: string,
  { cure, place }: { cure: string; place: Place },
): Finding {
  return { code: 'NZ9111', severity: 'warning', message, cure, place };
}

/** NZ9112: something that is done differently from here on. */
export function different(
  message: string,
  { cure, place }: { cure: string; place: Place },
): Finding {
  return { code: 'NZ9112', severity: 'note', message, cure, place };
}

/** A habit of upload scripts that has no place in a release, or another one. */
interface Habit {
  readonly seen: RegExp;
  readonly tell: (match: RegExpExecArray, place: Place) => Finding;
}

// Looked for line by line in the script's text; a token's own signs are never repeated.
const habits: readonly Habit[] = [
  {
    seen: /access_token=/,
    tell: (_, place) =>
      different('The script sends the token in the address, where servers log it.', {
        cure: 'Nothing to do: the token goes in a header from here on; replace it if logs were public.',
        place,
      }),
  },
  {
    seen: /TOKEN=["']?[A-Za-z0-9]{40,}/,
    tell: (_, place) =>
      notCarried('The script holds a token in plain text.', {
        cure: 'Revoke it at Zenodo, and give the new one in ZENODO_PRODUCTION_TOKEN.',
        place,
      }),
  },
  {
    seen: /(?:sandbox\.)?zenodo\.org\/api/,
    tell: ([address], place) =>
      different(`The script chooses its Zenodo by an address (${address}).`, {
        cure: 'Run the target with its configuration: zenodo-deploy, zenodo-deploy:sandbox, zenodo-deploy:production.',
        place,
      }),
  },
  {
    seen: /^\s*(?:read\b.*-r|read -p|read\s+[a-z]\w*$)/,
    tell: (_, place) =>
      different('The script asks before it publishes.', {
        cure: 'Answer the question of zenodo-deploy, or give --confirm=<version> where nobody can be asked.',
        place,
      }),
  },
  {
    seen: /(?:DEPOSIT\w*|RECORD\w*)=["']?(\d{4,})|depositions\/(\d{4,})/,
    tell: ([, named, inAddress], place) =>
      notCarried(`The script continues the deposition ${named ?? inAddress ?? ''}.`, {
        cure: 'Give the concept DOI of that record with --conceptRecordId.',
        place,
      }),
  },
  {
    seen: /newversion/,
    tell: (_, place) =>
      different('The script makes new versions itself.', {
        cure: 'Give the concept DOI with --conceptRecordId; zenodo-deploy decides between first and new version.',
        place,
      }),
  },
];

// Programs whose work a release does not take over.
const programs: Readonly<Record<string, string>> = {
  tar: 'builds an archive',
  zip: 'builds an archive',
  make: 'runs make',
  docker: 'runs docker',
  gh: 'talks to GitHub',
  git: 'runs git',
};

/** What stays behind when a script is given up: each habit once, at its first line. */
export function leftBehind(
  text: string,
  commands: readonly ShellCommand[],
  file: string,
): Finding[] {
  const lines = text.split(/\r?\n/).map((line) => (/^\s*#/.test(line) ? '' : line));
  const seen = habits.flatMap(({ seen: pattern, tell }) => {
    const at = lines.findIndex((line) => pattern.test(line));
    const match = at === -1 ? null : pattern.exec(lines[at] ?? '');
    return match === null ? [] : [tell(match, { file, line: at + 1 })];
  });
  return [...seen, ...otherWork(commands, file)];
}

function otherWork(commands: readonly ShellCommand[], file: string): Finding[] {
  const first = new Map<string, ShellCommand>();
  for (const command of commands) {
    const program = writtenWord(command.words[0] ?? []);
    if (program in programs && !first.has(program)) first.set(program, command);
  }
  return [...first].map(([program, command]) =>
    notCarried(
      `The script ${programs[program] ?? ''}: ${command.words.map(writtenWord).join(' ').slice(0, 80)}`,
      {
        cure: 'Do this before the files are frozen, or declare it as a `command` check.',
        place: { file, line: command.line },
      },
    ),
  );
}

import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { CommandEnd, RunCommand } from '../check-outcome.js';
import { commandEnvironment } from '../command-environment.js';

// Enough for the last lines of a test runner; never the whole log of a build.
const keptBytes = 2000;
// A program that ignores the polite signal is not waited for.
const graceMilliseconds = 2000;

/** Starts programs in the root. `env` is filtered: what looks like a secret is not handed to a check. */
export function commandRunner(root: string, env: NodeJS.ProcessEnv): RunCommand {
  return ({ argv, shell, timeLimitSeconds, passEnv }) =>
    new Promise((resolve) => {
      const [program = '', ...rest] = argv;
      const options = {
        cwd: root,
        env: commandEnvironment(env, passEnv),
        stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
        // Its own process group, so that what it started ends with it.
        detached: process.platform !== 'win32',
      };
      const child = shell
        ? spawn(argv.join(' '), { ...options, shell: true })
        : spawn(program, rest, options);
      const output = keepTail(child);
      let timedOut = false;
      const timer = setTimeout(() => {
        timedOut = true;
        end(child);
      }, timeLimitSeconds * 1000);
      const settle = (how: CommandEnd) => {
        clearTimeout(timer);
        resolve(timedOut ? { how: 'timed-out', output: output() } : how);
      };
      child.once('error', (error: NodeJS.ErrnoException) =>
        settle({ how: 'not-started', reason: error.code ?? error.message }),
      );
      child.once('close', (status, signal) =>
        settle(
          status === null
            ? { how: 'signalled', signal: signal ?? 'a signal', output: output() }
            : { how: 'exited', status, output: output() },
        ),
      );
    });
}

function keepTail(child: ChildProcess): () => string {
  let tail = Buffer.alloc(0);
  const keep = (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-keptBytes);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  return () => tail.toString('utf8').trim();
}

function end(child: ChildProcess): void {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), graceMilliseconds).unref();
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    // Gone in the meantime: that is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

import { spawn, type ChildProcess } from 'node:child_process';

export interface ShellRun {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** What is typed. */
  readonly input?: string;
}

export interface Outcome {
  readonly status: number;
  readonly output: string;
}

/** Runs shell text to its end. A command that fails ends it, also in the middle of a pipe. */
export function runShell(text: string, { cwd, env, input = '' }: ShellRun): Promise<Outcome> {
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', text], {
    cwd,
    env: environment(env),
    detached: true,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => (output += piece.toString()));
  }
  child.stdin.on('error', () => undefined).end(input);
  const late = setTimeout(() => kill(child, 'SIGKILL'), 300_000);
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (status) => {
      clearTimeout(late);
      done({ status: status ?? -1, output });
    });
  });
}

/** A command that was started and goes on. */
export interface RunningShell {
  readonly output: () => string;
  stop(): Promise<void>;
}

/** Starts what does not end by itself, and waits until it has printed all that it is to print. */
export async function startShell(
  text: string,
  { cwd, env }: ShellRun,
  isReady: (output: string) => boolean,
): Promise<RunningShell> {
  let output = '';
  const child = spawn('bash', ['-e', '-c', text], { cwd, env: environment(env), detached: true });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (piece: Buffer) => (output += piece.toString()));
  }
  const end = Date.now() + 60_000;
  while (!isReady(output) && Date.now() < end && child.exitCode === null) {
    await new Promise((done) => setTimeout(done, 100));
  }
  return { output: () => output, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((done) => child.once('close', done));
  kill(child, 'SIGINT');
  await ended;
}

// The whole group: npx does not hand every signal on.
function kill({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid !== undefined) process.kill(-pid, signal);
}

// What a reader has set for Nx or Zenodo stays outside.
function environment(own: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([key]) => !/^(NX_|ZENODO_|NODE_OPTIONS$|npm_lifecycle|npm_package)/.test(key),
  );
  return { ...Object.fromEntries(inherited), ...own };
}

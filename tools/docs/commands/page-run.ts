import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fragment, ShellBlock, Step } from './documented-page.js';
import { notRun, type NotRun } from './not-run.js';
import { replacements, type Places, type Replacement } from './replacements.js';
import { runShell, startShell, type Outcome, type RunningShell } from './run-shell.js';
import type { Stage } from './stages.js';
import { StandIns } from './stand-ins.js';
import { freePort } from './free-port.js';
import type { Workspaces } from './workspace.js';

/** A command that does not do what its page says. */
export interface Wrong {
  readonly page: string;
  readonly line: number;
  readonly what: string;
  readonly output: string;
}

/** A page and what it starts from. */
export interface StagedPage {
  /** Path of the page. */
  readonly page: string;
  readonly text: string;
  readonly stage: Stage;
}

/** One page, run from its first command to its last in one folder. */
export class PageRun {
  commands = 0;
  /** Replacements that were made. */
  readonly used = new Set<string>();
  /** Entries of the list of what is not run that were met. */
  readonly left = new Set<NotRun>();
  private readonly serving: RunningShell[] = [];
  private readonly wrong: Wrong[] = [];
  private folder = '';

  constructor(
    private readonly documented: StagedPage,
    private readonly workspaces: Workspaces,
    private readonly outerEnv: Readonly<Record<string, string>>,
  ) {}

  async all(steps: readonly Step[]): Promise<Wrong[]> {
    this.folder = await this.workspaces.folder(this.documented.stage.from);
    const places: Places = {
      tarballs: this.workspaces.tarballs(),
      localPort: await freePort(),
      otherPort: await freePort(),
      temporary: this.workspaces.home,
    };
    const standIns = await StandIns.start(this.documented.text, this.workspaces);
    const env = { ...this.outerEnv, ...standIns.env, ZENODO_LOCAL_PORT: String(places.localPort) };
    try {
      if (this.documented.stage.given !== undefined) {
        const { status, output } = await runShell(this.documented.stage.given, {
          cwd: this.folder,
          env,
        });
        if (status !== 0)
          return [
            {
              page: this.documented.page,
              line: 1,
              what: 'what it starts from cannot be made',
              output,
            },
          ];
      }
      for (const step of steps) {
        if ('into' in step) this.write(step);
        else await this.block(step, replacements(places), places, env);
      }
    } finally {
      for (const shell of this.serving) await shell.stop();
      await standIns.stop();
    }
    return this.wrong;
  }

  private async block(
    block: ShellBlock,
    changes: readonly Replacement[],
    places: Places,
    env: Record<string, string>,
  ) {
    const run = block.commands.filter((command) => !this.isLeftOut(command));
    this.commands += run.length;
    if (run.length === 0) return;
    const script = run.map((command) => this.replaced(command, changes)).join('\n');
    const shell = { cwd: this.folder, env, input: 'local-zenodo-token\n' };
    if (block.marks.includes('serves')) {
      const printed = (output: string) =>
        missing(block.shown, output, places).length === 0 && output !== '';
      const serving = await startShell(script, shell, printed);
      this.serving.push(serving);
      this.compare(block, { status: 0, output: serving.output() }, places);
      return;
    }
    // What a block exports holds in the blocks after it, as in a reader's shell.
    const kept = join(this.workspaces.home, 'exported');
    const outcome = await runShell(`trap 'env -0 > "${kept}"' EXIT\n${script}`, shell);
    for (const pair of readFileSync(kept, 'utf8').split('\0')) {
      const [name = '', ...value] = pair.split('=');
      if (/^(ZENODO_|GITHUB_|GITLAB_|FORGEJO_)/.test(name)) env[name] = value.join('=');
    }
    this.compare(block, outcome, places);
    const entered = /^mkdir (\w+) && cd \1$/m.exec(script)?.[1];
    if (entered !== undefined) this.folder = join(this.folder, entered);
  }

  private write({ into, value }: Fragment) {
    const path = join(this.folder, into);
    const merged = merge(JSON.parse(readFileSync(path, 'utf8')), value);
    writeFileSync(path, `${JSON.stringify(merged, null, 2)}\n`);
  }

  private compare(block: ShellBlock, { status, output }: Outcome, places: Places) {
    const report = (what: string) =>
      this.wrong.push({ page: this.documented.page, line: block.line, what, output });
    const fails = block.marks.find((mark) => mark.startsWith('fails='))?.slice('fails='.length);
    if (fails === undefined && status !== 0) report(`exit status ${status}`);
    if (fails !== undefined && (status === 0 || !output.includes(fails)))
      report(`has to fail with ${fails}; exit status ${status}`);
    for (const line of missing(block.shown, output, places)) report(`not printed: ${line}`);
  }

  private isLeftOut(command: string): boolean {
    const entry = notRun.find(
      ({ page, command: begin }) => page === this.documented.page && command.startsWith(begin),
    );
    if (entry === undefined) return false;
    this.left.add(entry);
    if (entry.ranBy !== undefined && !readFileSync(entry.ranBy, 'utf8').includes(entry.command)) {
      this.wrong.push({
        page: this.documented.page,
        line: 1,
        what: `${entry.ranBy} does not run ${entry.command}`,
        output: '',
      });
    }
    return true;
  }

  private replaced(command: string, changes: readonly Replacement[]): string {
    return changes.reduce((text, { what, why, apply }) => {
      const next = apply(text);
      if (next !== text) this.used.add(`${what}: ${why}`);
      return next;
    }, command);
  }
}

/** Lines that are shown and were not printed. Ports, days, digests and what `…` stands for are not compared. */
function missing(
  shown: readonly string[],
  output: string,
  { localPort, otherPort, temporary }: Places,
): string[] {
  const even = (text: string) =>
    text
      .replaceAll(String(localPort), '5072')
      .replaceAll(String(otherPort), '5393')
      .replaceAll(temporary, '/tmp')
      .replace(/\d{4}-\d\d-\d\d/g, 'DAY')
      .replace(/\b[0-9a-f]{7,}\b/g, 'DIGEST');
  const printed = even(output).split('\n');
  return shown.filter((line) => {
    const parts = even(line)
      .split('…')
      .map((part) => part.trim());
    return !printed.some((candidate) => parts.every((part) => candidate.includes(part)));
  });
}

/** The members of the piece put into the whole, objects member by member. */
function merge(whole: unknown, piece: unknown): unknown {
  if (!isObject(whole) || !isObject(piece)) return piece;
  const merged = Object.entries(piece).map(([key, value]) => [key, merge(whole[key], value)]);
  return { ...whole, ...Object.fromEntries(merged) };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

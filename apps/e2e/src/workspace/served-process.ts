import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A server in a process of its own; what it told of itself, and how it ends. */
export type Served<Told> = Told & { close(): Promise<void> };

/** Starts node with `args` and waits for its first line, a JSON object; the process ends on SIGTERM. */
export async function serveProcess<Told extends object>(
  args: readonly string[],
  cwd: string,
): Promise<Served<Told>> {
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    ...(JSON.parse(line) as Told),
    close: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}

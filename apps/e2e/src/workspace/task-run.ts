import type { Outcome } from './packages.js';

/** Where the results of the tasks of a run came from, by target. */
export type TaskRun = Readonly<Record<string, 'ran' | 'cache' | 'remote cache'>>;

/** Reads it out of what Nx prints with --output-style=static. */
export function taskRun({ output }: Outcome): TaskRun {
  const lines = output.matchAll(/^> nx run [^:\s]+:(\S+)(?: {2}\[(.+)\])?$/gm);
  return Object.fromEntries(
    [...lines].map(([, target, note]) => [target ?? '', sourceOf(note ?? '')]),
  );
}

function sourceOf(note: string): 'ran' | 'cache' | 'remote cache' {
  if (note === '') return 'ran';
  return note.startsWith('remote cache') ? 'remote cache' : 'cache';
}

import { readFileSync } from 'node:fs';

/** True while a process with this id runs, whoever owns it; one that only waits to be reaped does not. */
export function isAlive(pid: number): boolean {
  if (statOf(pid)?.[0] === 'Z') return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * When a process was started, in the system's own words (Linux: boot id and field 22 of
 * /proc/PID/stat, see proc(5)); '' where the system does not tell, so that only the pid counts.
 */
export function startOf(pid: number): string {
  const fields = statOf(pid);
  if (fields === undefined) return '';
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}/${fields[19] ?? ''}`;
}

// The fields after the name, which may hold blanks and brackets itself: state, parent, …
function statOf(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

import { spawn } from 'node:child_process';
import { pageOpener } from '../page-opener.js';

/** Opens a page for the person at the terminal; answers whether that could be tried. */
export function openPage(path: string): Promise<boolean> {
  if (!process.stdout.isTTY) return Promise.resolve(false);
  const [command, ...args] = pageOpener(process.platform, path);
  const opener = spawn(command, args, { detached: true, stdio: 'ignore' });
  return new Promise((resolve) => {
    opener.once('error', () => resolve(false));
    opener.once('spawn', () => {
      opener.unref();
      resolve(true);
    });
  });
}

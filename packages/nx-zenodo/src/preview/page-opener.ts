/** A command and its arguments. */
export type Command = readonly [string, ...string[]];

/** The command that opens a file with what the system has for it. */
export function pageOpener(platform: NodeJS.Platform, path: string): Command {
  if (platform === 'darwin') return ['open', path];
  // No shell in between: the path is one argument whatever it holds.
  if (platform === 'win32') return ['explorer.exe', path];
  return ['xdg-open', path];
}

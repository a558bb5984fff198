/** A visible change of a documented command, for what a test cannot do as a reader does. */
export interface Replacement {
  readonly what: string;
  readonly why: string;
  readonly apply: (command: string) => string;
}

export interface Places {
  /** Arguments of npm install that stand for the published packages. */
  readonly tarballs: string;
  readonly localPort: number;
  readonly otherPort: number;
  readonly temporary: string;
}

/** Every difference between what a page says and what is run; printed at the end of a run with its use. */
export function replacements({ tarballs, localPort, otherPort, temporary }: Places): Replacement[] {
  const change = (what: string, why: string, pattern: RegExp, by: string): Replacement => ({
    what,
    why,
    apply: (command) => command.replace(pattern, by),
  });
  return [
    change(
      'npm install … nx-zenodo',
      'the packages of this checkout stand for the published ones',
      /^(npm install .*) nx-zenodo$/,
      `$1 ${tarballs}`,
    ),
    change('npm ci &&', 'the copy of the repository has its dependencies', /^npm ci && /, ''),
    change(
      'zenodo-sandbox --store …',
      'the port of the run stands for 5072',
      /(zenodo-sandbox --store \.\S+)$/,
      `$1 --port ${localPort}`,
    ),
    change(
      'zenodo-sandbox:serve',
      'the port of the run stands for 5072',
      /(run zenodo-sandbox:serve)$/,
      `$1 --port ${localPort}`,
    ),
    change(
      '127.0.0.1:5072',
      'the port of the run stands for 5072',
      /127\.0\.0\.1:5072/g,
      `127.0.0.1:${localPort}`,
    ),
    change('5393', 'a free port stands for it', /5393/g, String(otherPort)),
    change(
      '/tmp/zenodo',
      'a folder of the run stands for it',
      /\/tmp\/zenodo/g,
      `${temporary}/zenodo`,
    ),
    change(
      ':sandbox, :production',
      '--confirm stands for the answer y',
      /(zenodo-deploy:(?:sandbox|production)(?!.*--(?:confirm|dryRun)))(\s|$)/,
      '$1 --confirm="$VERSION"$2',
    ),
  ];
}

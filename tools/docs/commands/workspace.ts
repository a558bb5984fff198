import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runShell } from './run-shell.js';

/** What a page starts from. */
export type Beginning =
  /** An empty folder. */
  | 'empty'
  /** A repository with the packages installed and a folder `survey` that is no release yet. */
  | 'installed'
  /** The same with the release `survey`, version v1.0, signed and committed. */
  | 'survey'
  /** A copy of this repository with its dependencies. */
  | 'repository';

const surveyFiles = `
mkdir -p survey/data
printf '# River survey\\n\\nHourly temperatures of four rivers.\\n' > survey/README.md
printf 'hour,celsius\\n0,7.1\\n1,7.0\\n' > survey/data/2025.csv
printf 'Creative Commons Attribution 4.0 International\\n' > survey/LICENSE`;

const release = `
npx nx g nx-zenodo:init
npx nx g nx-zenodo:release survey --releaseVersion=v1.0 --creators="Lovelace, Ada (0000-0002-1825-0097)" \\
  --uploadType=dataset --artifacts=README.md,LICENSE,'data/*.csv'`;

const save = (name: string) =>
  `git add -A && git commit -qm '${name}' && git update-ref refs/beginnings/${name} HEAD`;

/** The folders that documented commands run in; each is made once and set back for every page. */
export class Workspaces {
  readonly home = mkdtempSync(join(tmpdir(), 'nx-zenodo-docs-'));
  private readonly made = new Map<string, string>();

  constructor(
    private readonly repository: string,
    private readonly packed: string,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  /** The packed packages, as arguments of npm install. */
  tarballs(): string {
    return readdirSync(this.packed)
      .map((file) => resolve(this.packed, file))
      .join(' ');
  }

  /** The folder that a page starts in, as if nobody had been there. */
  async folder(beginning: Beginning): Promise<string> {
    if (beginning === 'empty') return mkdtempSync(join(this.home, 'empty-'));
    if (beginning === 'repository') return this.copyOfRepository();
    const root = await this.survey();
    await this.must(
      `git checkout -qf -B main refs/beginnings/${beginning} && git clean -qffdx -e node_modules
      for name in $(git remote); do git remote remove "$name"; done
      for tag in $(git tag); do git tag -d "$tag"; done`,
      root,
    );
    return root;
  }

  remove(): void {
    rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
  }

  private async survey(): Promise<string> {
    const standing = this.made.get('survey');
    if (standing !== undefined) return standing;
    const root = join(this.home, 'rivers');
    mkdirSync(root);
    await this.must(
      `git init -q -b main && npm init -y
      npm install --save-dev nx@23 @nx/devkit@23 ${this.tarballs()}
      echo '{}' > nx.json && printf 'node_modules\\n.nx\\ndist\\n' > .gitignore
      ${surveyFiles}\n${save('installed')}\n${release}\n${save('survey')}`,
      root,
    );
    this.made.set('survey', root);
    return root;
  }

  private async copyOfRepository(): Promise<string> {
    const root = mkdtempSync(join(this.home, 'repository-'));
    await this.must(
      `git ls-files -z -co --exclude-standard | tar --null --ignore-failed-read -cf - -T - | tar -xf - -C "${root}"`,
      this.repository,
    );
    // Links where the file system has them: the copy is only read.
    for (const folder of ['.', 'packages', 'apps'].flatMap((name) => this.withModules(name))) {
      await this.must(
        `cp -al '${folder}/node_modules' '${root}/${folder}/' 2>/dev/null || cp -a '${folder}/node_modules' '${root}/${folder}/'`,
        this.repository,
      );
    }
    await this.must('git init -q -b main && git add -A && git commit -qm Copy', root);
    return root;
  }

  private withModules(name: string): string[] {
    const parents =
      name === '.'
        ? ['.']
        : readdirSync(join(this.repository, name)).map((child) => `${name}/${child}`);
    return parents.filter((folder) => existsSync(join(this.repository, folder, 'node_modules')));
  }

  private async must(text: string, cwd: string): Promise<void> {
    const outcome = await runShell(text, { cwd, env: this.env });
    if (outcome.status !== 0)
      throw new Error(`The workspace could not be made:\n${text}\n${outcome.output}`);
  }
}

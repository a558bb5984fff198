import { ForgeError } from '../findings/forge-error.js';
import { unusableOption } from '../findings/forge-findings.js';

/** What a workflow needs to know of the workspace. */
export interface CiOptions {
  /** Nx project that is released. */
  readonly project: string;
  /** What publishes it: a release that is frozen, or the repository as it stands at the tag. */
  readonly target?: 'zenodo-deploy' | 'zenodo-archive';
  /** Configuration of that target that a tag runs. */
  readonly environment?: 'sandbox' | 'production';
  /** Tags that release, as a glob; `v*` by default. */
  readonly tags?: string;
  /** Tags among them that do not, as globs; pre-releases by default. */
  readonly ignoredTags?: readonly string[];
  /** What the tag has before the version of the release; nothing by default. */
  readonly tagPrefix?: string;
  /** Branch that pull requests go to. */
  readonly mainBranch?: string;
  readonly nodeVersion?: string;
  /** `npm` for a workspace with package.json, `wrapper` for one that has Nx in `.nx/installation`. */
  readonly install?: 'npm' | 'wrapper';
  /** Targets that a pull request runs for what it affects. */
  readonly checks?: readonly string[];
  /** Whether the release page of the forge is written after publication. */
  readonly finalize?: boolean;
}

/** The options with every default in. */
export type CiPlan = Required<CiOptions>;

// What goes into YAML, shell and patterns at once is taken literally only if it has no sign with a meaning there.
const shapes: Readonly<
  Record<'project' | 'tags' | 'tagPrefix' | 'mainBranch' | 'nodeVersion', RegExp>
> = {
  project: /^[@\w][\w@./-]*$/,
  tags: /^[\w@./*-]+$/,
  tagPrefix: /^[\w@./-]*$/,
  mainBranch: /^[\w./-]+$/,
  nodeVersion: /^\d+(?:\.\d+){0,2}$/,
};

/**
 * The options with their defaults.
 *
 * @throws ForgeError NZ8214 with every option that cannot stand in a workflow
 */
export function ciPlan(options: CiOptions): CiPlan {
  const tags = options.tags ?? 'v*';
  const plan: CiPlan = {
    target: 'zenodo-deploy',
    environment: 'production',
    ignoredTags: ['alpha', 'beta', 'rc'].map((word) => `${tags.replace(/\*$/, '')}*-${word}*`),
    tagPrefix: '',
    mainBranch: 'main',
    nodeVersion: '22',
    install: 'npm',
    checks: ['freeze-verify', 'validate', 'metadata'],
    finalize: false,
    ...options,
    tags,
  };
  const texts = (Object.keys(shapes) as (keyof typeof shapes)[]).map(
    (name) => [name, plan[name]] as const,
  );
  const lists = [
    ...(options.ignoredTags ?? []).map((tag) => ['ignoredTags', tag, shapes.tags] as const),
    ...plan.checks.map((check) => ['checks', check, /^[\w:-]+$/] as const),
  ];
  const [first, ...others] = [
    ...texts.map(([name, value]) => [name, value, shapes[name]] as const),
    ...lists,
  ].flatMap(([name, value, shape]) => (shape.test(value) ? [] : [unusableOption(name, value)]));
  if (first !== undefined) throw new ForgeError([first, ...others]);
  return plan;
}

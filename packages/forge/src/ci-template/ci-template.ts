import type { ForgeKind } from '../forge.js';
import { forgejoDialect, githubDialect } from './actions-dialects.js';
import { actionsWorkflow } from './actions-workflow.js';
import { ciPlan } from './ci-options.js';
import type { CiOptions } from './ci-options.js';
import { gitlabPipeline } from './gitlab-pipeline.js';

/** A file of a workspace: POSIX path relative to its root, and its text. */
export interface CiTemplate {
  readonly path: string;
  readonly text: string;
}

/**
 * The workflow of a forge: checks of what a pull request affects, and the deployment of a tag behind the protection
 * that the forge has. On GitLab the file is one to include from `.gitlab-ci.yml`.
 *
 * @throws ForgeError NZ8214 with every option that cannot stand in a workflow
 */
export function ciTemplate(kind: ForgeKind, options: CiOptions): CiTemplate {
  const plan = ciPlan(options);
  switch (kind) {
    case 'github':
      return { path: '.github/workflows/zenodo.yml', text: actionsWorkflow(plan, githubDialect) };
    case 'forgejo':
      return { path: '.forgejo/workflows/zenodo.yml', text: actionsWorkflow(plan, forgejoDialect) };
    case 'gitlab':
      return { path: '.gitlab/zenodo.gitlab-ci.yml', text: gitlabPipeline(plan) };
  }
}

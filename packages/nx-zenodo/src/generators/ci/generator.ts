import { ciTemplate } from '@nx-zenodo/forge';
import { readNxJson } from '@nx/devkit';
import { given } from '../../loose-json/loose-value.js';
import { PluginError } from '../../plugin-error.js';
import { generator } from '../run-generator.js';
import { releasedProject } from './released-project.js';
import { releaseTags } from './release-tags.js';
import { checkWorkflows, gitlabInclude } from './workflow-file.js';

export default generator('ci', ({ tree, options, say }) => {
  const project = releasedProject(tree, options.project);
  const rule = releaseTags(project.version, project.tag);
  const files = options.kinds.map((kind) => {
    const template = ciTemplate(kind, {
      project: project.name,
      target: project.target,
      environment: options.environment,
      tags: options.tags ?? rule.tags,
      tagPrefix: rule.tagPrefix,
      mainBranch: options.mainBranch ?? readNxJson(tree)?.defaultBase ?? 'main',
      install: tree.exists('package.json') ? 'npm' : 'wrapper',
      finalize: options.finalize,
      ...given('nodeVersion', options.nodeVersion),
    });
    return { ...template, kind, standing: tree.read(template.path, 'utf-8') };
  });
  const refused = checkWorkflows(files, options.overwrite);
  if (refused.length > 0) throw PluginError.of(refused);
  const included = files
    .filter(({ kind }) => kind === 'gitlab')
    .map(({ path }) => gitlabInclude(path, tree.read('.gitlab-ci.yml', 'utf-8')));
  const written = [...files, ...included.flatMap((one) => ('file' in one ? [one.file] : []))];
  for (const { path, text } of written) {
    tree.write(path, text);
    say(`${path}: a tag of ${options.tags ?? rule.tags} publishes ${project.name}`);
  }
  const findings = included.flatMap((one) => ('findings' in one ? one.findings : []));
  return Promise.resolve({ findings });
});

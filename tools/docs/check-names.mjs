// Commands, options and variables that the documentation names, in its blocks and in its running text, held against what
// there is: the targets and the schemas of executors and generators, the scripts of package.json, the list of variables.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { posix } from 'node:path';

const plugin = 'packages/nx-zenodo';
const json = (path) => JSON.parse(readFileSync(path, 'utf8'));
const executors = optionsOf('executors');
const generators = optionsOf('generators');
const scripts = json('package.json').scripts;
const projects = new Map(
  ['apps', 'packages']
    .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}/project.json`))
    .filter((path) => existsSync(path))
    .map((path) => [
      json(path).name ?? posix.basename(posix.dirname(path)),
      json(path).targets ?? {},
    ]),
);
// The names that stand for a project of the reader.
const readers = ['survey', 'rivers', 'analysis', 'my-data', '<project>', '<name>'];
const nxOptions = [
  ...[
    'base',
    'head',
    'dry-run',
    'help',
    'skip-nx-cache',
    'skipNxCache',
    'exclude-task-dependencies',
  ],
  ...[
    'with-target',
    'verbose',
    'run-script',
    'project',
    'skip-format',
    'parallel',
    'outputStyle',
    'nxBail',
  ],
];
const configurations = ['sandbox', 'production'];
const variables = readFileSync('docs/reference/environment-variables.md', 'utf8');
const foreignVariables = /^(NX_ZENODO_BROWSER_REQUIRED|NX_(?!ZENODO)\w+)$/;

/** What the pages name and nothing has. */
export function checkNames(pages) {
  return pages.flatMap((page) => {
    const text = readFileSync(page, 'utf8').replace(/\\\n\s*/g, '');
    return [
      ...commandsOf(text).flatMap(checkCommand),
      ...[...text.matchAll(/`--([\w-]+)(?:=[^`]*)?`/g)].flatMap(([, option]) =>
        checkAnyOption(option),
      ),
      ...[...text.matchAll(/\b(?:ZENODO|NX)_[A-Z][A-Z_]+\b/g)].flatMap(([name]) =>
        checkVariable(name),
      ),
      ...checkAnchors(page, text),
      ...checkJson(page, text),
    ].map((what) => `${page}: ${what}`);
  });
}

function optionsOf(kind) {
  const listed = json(`${plugin}/${kind}.json`)[kind];
  return new Map(
    Object.keys(listed).map((name) => [
      name,
      Object.keys(json(`${plugin}/src/${kind}/${name}/schema.json`).properties),
    ]),
  );
}

/** Every call of nx, npm run or the local Zenodo, in blocks and between backticks. */
function commandsOf(text) {
  const begin = String.raw`(?:npx |\./)?nx (?:run|g|generate|affected|run-many) |npm run |zenodo-sandbox --`;
  return [...text.matchAll(new RegExp(`(?:${begin})[^\`\n|#&]*`, 'g'))].map(([command]) =>
    command.trim(),
  );
}

function checkCommand(command) {
  const options = [...command.matchAll(/ --([\w-]+)/g)].map(([, option]) => option);
  const [, script] = /^npm run (?:--silent )?([\w:-]+)/.exec(command) ?? [];
  if (script !== undefined)
    return script in scripts ? [] : [`package.json has no script ${script}`];
  const [, generator] = /nx (?:g|generate) nx-zenodo:([\w-]+)/.exec(command) ?? [];
  if (generator !== undefined) return checkOptions(command, generators.get(generator), options);
  const [, project, target, configuration] =
    /nx run ([^\s:]+):([\w-]+)(?::([\w-]+))?/.exec(command) ?? [];
  if (project !== undefined) return checkTarget(command, project, target, configuration, options);
  const [, targets] = /nx (?:affected|run-many) -t ((?:[\w-]+ ?)+)/.exec(command) ?? [];
  if (targets !== undefined) {
    const unknown = targets
      .trim()
      .split(' ')
      .filter((name) => !name.startsWith('-') && !executors.has(name));
    return unknown
      .filter((name) => !['test', 'lint'].includes(name))
      .map((name) => `${command}: no target ${name}`);
  }
  return command.startsWith('zenodo-sandbox')
    ? checkOptions(command, sandboxOptions(), options)
    : [];
}

function checkTarget(command, project, target, configuration, options) {
  const shard = /^(freeze-verify)-shard-\d+$/.exec(target)?.[1];
  if (projects.get(project)?.[target] !== undefined) return [];
  if (!readers.includes(project) && !projects.has(project))
    return [`${command}: whose project is ${project}?`];
  if (configuration !== undefined && !configurations.includes(configuration)) {
    return [`${command}: no configuration ${configuration}`];
  }
  return checkOptions(command, executors.get(shard ?? target), options);
}

function checkOptions(command, known, options) {
  if (known === undefined) return [`${command}: no such command`];
  return options
    .filter((option) => !known.includes(option) && !nxOptions.includes(option))
    .map((option) => `${command}: no option --${option}`);
}

function checkAnyOption(option) {
  const all = [...executors.values(), ...generators.values(), sandboxOptions(), nxOptions].flat();
  // Of the tools of this repository, of git, of nx-zenodo-fixity.
  const others = ['bounded', 'check', 'wording', 'no-verify', 'filter', 'root'];
  return [...all, ...others].includes(option) ? [] : [`nothing has the option --${option}`];
}

function checkVariable(name) {
  return variables.includes(`\`${name}\``) || foreignVariables.test(name)
    ? []
    : [`no variable ${name}`];
}

function sandboxOptions() {
  const source = readFileSync('packages/zenodo-sandbox/src/server/command.ts', 'utf8');
  return [...source.matchAll(/^ {2}'?([\w-]+)'?: \{ type:/gm)].map(([, name]) => name);
}

function checkAnchors(page, text) {
  return [...text.matchAll(/\]\((?!https?:)([^)#\s]*)#([^)\s]+)\)/g)].flatMap(
    ([, path, anchor]) => {
      const target = path === '' ? page : posix.join(posix.dirname(page), path);
      if (!existsSync(target)) return [];
      const slugs = [...readFileSync(target, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
        slugOf(title),
      );
      return slugs.includes(anchor) ? [] : [`the link to ${path}#${anchor} names no heading`];
    },
  );
}

function slugOf(title) {
  return title
    .toLowerCase()
    .trim()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}

/** Pieces of JSON are JSON, and what they set is what the files have. */
function checkJson(page, text) {
  const schemas = readdirSync(`${plugin}/schemas`).map((name) => json(`${plugin}/schemas/${name}`));
  const known = [
    ...schemas.flatMap(({ properties }) => Object.keys(properties)),
    'metadata',
    // Of project.json and of nx.json.
    'targets',
    'release',
  ];
  return [...text.matchAll(/^```json.*\n([^]*?)^```/gm)].flatMap(([, body]) => {
    try {
      const keys = Object.keys(JSON.parse(body));
      // Pages of errors show other files too.
      const unknown = page.startsWith('docs/guides/')
        ? keys.filter((key) => !known.includes(key))
        : [];
      return unknown.map((key) => `a piece of JSON sets ${key}, which no file has`);
    } catch (error) {
      return [`a piece of JSON is none: ${error.message}`];
    }
  });
}

import * as v from 'valibot';

// Nx turns a value that looks like a number into one before it checks the schema (`1.0` becomes 1):
// the schema lets it pass, and `writtenFlags` puts back what was typed.
const typed = v.metadata<string, { readonly type: readonly string[] }>({
  type: ['string', 'number'],
});
const text = (description: string, example: string) =>
  v.optional(v.pipe(v.string(), v.description(description), v.examples([example]), typed));
const list = (description: string, examples: string[]) =>
  v.optional(v.pipe(v.array(v.string()), v.description(description), v.examples([examples])));
const flag = (description: string) =>
  v.optional(v.pipe(v.boolean(), v.description(description)), false);

// Nx reads x-prompt and $default out of schema.json (Nx 23, "Customizing generator options").
const directory = v.optional(
  v.pipe(
    v.string(),
    v.description(
      'Folder of the release, relative to the workspace root, or the name of a project.',
    ),
    v.examples(['apps/survey', '.']),
    v.metadata({
      $default: { $source: 'argv', index: 0 },
      'x-prompt': 'Which folder is released (relative to the workspace root; empty: the root)?',
    }),
  ),
  '.',
);

const skipFormat = flag("Do not format the new files with the workspace's formatter.");

const uploadTypes = [
  'software',
  'dataset',
  'publication',
  'poster',
  'presentation',
  'image',
  'video',
  'lesson',
  'physicalobject',
  'other',
] as const;

/** Facts of the record that a flag may give; each wins over what the repository says. */
const described = {
  title: text('Title of the record.', 'Survey of river temperatures'),
  description: text(
    'Description of the record: plain text, or HTML when it begins with a tag.',
    'Hourly temperatures of four rivers.',
  ),
  creators: text(
    'Authors, separated by ";": "Family, Given (ORCID, affiliation)"; the part in parentheses is optional.',
    'Lovelace, Ada (0000-0002-1825-0097, Analytical Society); Babbage, Charles',
  ),
  license: text('Licence, as an SPDX id.', 'CC-BY-4.0'),
  keywords: list('Keywords, separated by commas.', ['hydrology', 'temperature']),
  uploadType: v.optional(
    v.pipe(v.picklist(uploadTypes), v.description('What kind of thing the record is.')),
  ),
  publicationDate: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'must be YYYY-MM-DD'),
      v.description('Date of publication; by default today.'),
      v.examples(['2026-11-21']),
      typed,
    ),
  ),
};

const releaseVersion = text(
  'Version label of the release; by default from package.json, CITATION.cff or the metadata.',
  'v1.0.0',
);

const conceptRecordId = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^(10\.5281\/zenodo\.)?\d+$/, 'must be a concept DOI or its digits'),
    v.description('Concept DOI (or its digits) of a record that this release continues.'),
    v.examples(['10.5281/zenodo.789011']),
    typed,
  ),
);

const placement = {
  name: text('Name of what is released.', 'river-survey'),
  releaseVersion,
  artifacts: list(
    'Files to upload, as paths or globs below the folder; by default the documents at its top level.',
    ['README.md', 'data/*.csv'],
  ),
  freeze: list(
    'Globs of the files that the signature covers; by default every tracked folder and file.',
    ['README.md', 'data/**'],
  ),
  signature: text('Checksum list that freezes the release.', 'SHA256SUMS'),
  conceptRecordId,
  skipFreeze: flag('Do not sign the files now; run `nx run <project>:freeze` later.'),
};

/** Systems that workflows are written for. */
const ciKinds = ['github', 'gitlab', 'forgejo'] as const;

/** Where a release may come from. */
const conventions = ['auto', 'script', 'zenodo-json', 'webhook'] as const;

/** Options of every generator, by name; each schema.json is generated from here. */
export const generatorOptions = {
  init: v.pipe(
    v.strictObject({
      // `nx add` hands this to every init generator that has it (Nx 23).
      keepExistingVersions: flag(
        'Accepted for `nx add`; has no effect, because init changes no version.',
      ),
      skipFormat,
    }),
    v.description('Prepares the workspace for releases.'),
  ),
  release: v.pipe(
    v.strictObject({ directory, ...placement, ...described, skipFormat }),
    v.description('Adds a release to a folder of the workspace.'),
  ),
  metadata: v.pipe(
    v.strictObject({
      directory,
      releaseVersion,
      ...described,
      files: v.optional(
        v.pipe(
          v.array(v.picklist(['zenodo.metadata.json', 'CITATION.cff'])),
          v.minLength(1, 'must name at least one file'),
          v.description('Which files to write.'),
        ),
        ['zenodo.metadata.json', 'CITATION.cff'],
      ),
      skipFormat,
    }),
    v.description('Asks for what is missing and writes valid metadata files.'),
  ),
  ci: v.pipe(
    v.strictObject({
      kinds: v.optional(
        v.pipe(
          v.array(v.picklist(ciKinds)),
          v.minLength(1, 'must name at least one system'),
          v.description('Systems to write a workflow for.'),
          v.metadata({
            'x-prompt': {
              message: 'Which systems should run the release?',
              type: 'list',
              multiselect: true,
              items: [
                { value: 'github', label: 'GitHub Actions' },
                { value: 'gitlab', label: 'GitLab CI' },
                { value: 'forgejo', label: 'Forgejo Actions (Codeberg)' },
              ],
            },
          }),
        ),
        ['github'],
      ),
      project: text(
        'The project to release; by default the only one with a zenodo.release.json.',
        'survey',
      ),
      environment: v.optional(
        v.pipe(v.picklist(['sandbox', 'production']), v.description('Where a tag is published.')),
        'production',
      ),
      tags: text(
        'Tags that trigger a release, as a glob; by default derived from the version of the release.',
        'v*',
      ),
      mainBranch: text(
        'Branch that pull requests go to; by default defaultBase of nx.json, or main.',
        'main',
      ),
      nodeVersion: text('Version of Node that the jobs run on.', '22'),
      finalize: flag("Write the forge's release page after publication."),
      overwrite: flag('Replace a workflow file that has different content.'),
      skipFormat,
    }),
    v.description('Writes workflows that check every change and publish a tag.'),
  ),
  archive: v.pipe(
    v.strictObject({
      directory,
      name: text('Name of what is archived, and of its project.', 'rain'),
      tags: text(
        'Form of the tags to archive; by default every tag in the root, <name>@{version} in a folder.',
        'v{version}',
      ),
      resolver: v.optional(
        v.pipe(
          v.picklist(['deposit', 'github-integration']),
          v.description(
            "Where the metadata comes from: every source, or what Zenodo's GitHub integration would publish.",
          ),
        ),
        'deposit',
      ),
      conceptRecordId,
      skipFormat,
    }),
    v.description('Archives a repository, or a folder of it, at its tags.'),
  ),
  convention: v.pipe(
    v.strictObject({
      directory,
      from: v.optional(
        v.pipe(
          v.picklist(conventions),
          v.description('Earlier way of publishing to move from; auto looks for all of them.'),
        ),
        'auto',
      ),
      script: text(
        'The upload script, relative to the folder; by default found by its content.',
        'scripts/release/zenodo_upload.sh',
      ),
      ...placement,
      ...described,
      skipFormat,
    }),
    v.description(
      'Moves an earlier way of publishing to a release, and says what cannot be carried over.',
    ),
  ),
};

/** Name of a generator of this plugin. */
export type GeneratorName = keyof typeof generatorOptions;

/** Options as a person may give them. */
export type WrittenGeneratorOptions<Name extends GeneratorName> = v.InferInput<
  (typeof generatorOptions)[Name]
>;

/** Options with every default in. */
export type GeneratorOptions<Name extends GeneratorName> = v.InferOutput<
  (typeof generatorOptions)[Name]
>;

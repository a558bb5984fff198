import * as v from 'valibot';
import { releasePathSchema } from './release-path.js';

const path = (description: string) =>
  v.optional(v.pipe(releasePathSchema, v.description(description)));
const doi = (description: string, fallback: 'concept' | 'version') =>
  v.optional(v.pipe(v.picklist(['concept', 'version']), v.description(description)), fallback);

const forgeSchema = v.pipe(
  v.strictObject({
    remote: v.optional(
      v.pipe(
        v.string(),
        v.regex(/^[^-\s]\S*$/, 'must be the name of a remote'),
        v.description('Git remote that leads to the forge'),
      ),
      'origin',
    ),
    kind: v.optional(
      v.pipe(
        v.picklist(['github', 'gitlab', 'forgejo']),
        v.description(
          'Which forge it is, if the host name does not show it; for Gitea use forgejo',
        ),
      ),
    ),
    apiUrl: v.optional(
      v.pipe(
        v.string(),
        v.url('must be a URL'),
        v.regex(/^https?:\/\/[^@?#]+$/, 'must be a web address without credentials or query'),
        v.description('Base of its API, for example https://HOST/api/v3 of GitHub Enterprise'),
      ),
    ),
    assets: v.optional(
      v.pipe(
        v.boolean(),
        v.description('Whether the published files become assets of the release'),
      ),
      true,
    ),
  }),
  v.description('The release page that `zenodo-finalize --forge` writes'),
);

/** Which documents are written once a release has its DOI. */
export const finalizeSchema = v.pipe(
  v.strictObject({
    readme: path('Document that shows the DOI badge'),
    citationFile: path('CITATION.cff'),
    codemeta: path('codemeta.json'),
    packageJson: path('package.json whose version is set'),
    pyproject: path('pyproject.toml whose version is set'),
    citationSection: path('Markdown document with a section on how to cite'),
    files: v.optional(
      v.pipe(
        v.array(releasePathSchema),
        v.description('Further documents in which the placeholder is replaced'),
      ),
      [],
    ),
    placeholders: v.optional(
      v.pipe(
        v.array(v.pipe(v.string(), v.nonEmpty('must not be empty'))),
        v.description('Placeholders besides 10.5281/zenodo.XXXXXXX'),
      ),
      [],
    ),
    badgeDoi: doi('DOI of the badge', 'concept'),
    citationDoi: doi('DOI of CITATION.cff and codemeta.json', 'concept'),
    forge: v.optional(forgeSchema, {}),
  }),
  v.description('Documents that `zenodo-finalize` writes after publication'),
);

/** Which documents are written, with every default in. */
export type FinalizeConfig = v.InferOutput<typeof finalizeSchema>;

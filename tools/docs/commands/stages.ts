import type { Beginning } from './workspace.js';

/** How the commands of a page are run. */
export interface Stage {
  readonly from: Beginning;
  /** Shell text that makes what the page takes for granted. */
  readonly given?: string;
}

const published = 'npx nx run survey:zenodo-deploy';
const tagged = 'git tag -a v1.0 -m v1.0';
const changed = "printf '2,6.9\\n' >> survey/data/2025.csv";

const remote = `git init -q --bare .nx/remote.git
git remote add origin .nx/remote.git
${changed}`;
const analysis = `mkdir analysis
printf '# Analysis\\n\\nModels of four rivers.\\n' > analysis/README.md
printf 'MIT License\\n\\nSPDX-License-Identifier: MIT\\n' > analysis/LICENSE
printf '{"title":"Analysis","creators":[{"name":"Lovelace, Ada"}],"license":"MIT","version":"v2.0"}' > analysis/.zenodo.json`;
const script = `printf '{"metadata":{"title":"Analysis","upload_type":"software","version":"v2.0","description":"Models.","creators":[{"name":"Lovelace, Ada"}],"license":"MIT"}}' > analysis/meta.json
printf '#!/bin/bash\\ncurl -H "Authorization: Bearer $TOKEN" -d @meta.json https://zenodo.org/api/deposit/depositions\\nfor f in README.md LICENSE; do curl --upload-file "$f" "$BUCKET/$f"; done\\n' > analysis/zenodo_upload.sh`;

const refrozen = `${changed}\nnpx nx run survey:freeze`;
const downloaded =
  'cp -r survey download\nrm download/zenodo.release.json download/project.json\ncp survey/dist/release/RELEASE_MANIFEST.json download/';

const documents = `git init -q --bare .nx/remote.git
git remote add origin .nx/remote.git
npx nx g nx-zenodo:metadata survey
mkdir survey/docs
for page in RELEASE_NOTES index; do printf '# Survey\\n\\nDOI: 10.5281/zenodo.XXXXXXX\\n' > survey/docs/$page.md; done
printf '# How to cite\\n' > survey/CITATION.md
printf '{"name":"River survey","version":"v1.0"}' > survey/codemeta.json
git add . && git commit -qm Documents && git tag -a v1.0 -m v1.0`;

const cited = `git tag -a v0.9.0 -m v0.9.0
printf '# Rivers\\n' > README.md
printf 'cff-version: 1.2.0\\nmessage: Cite it.\\ntitle: Rivers\\nabstract: Levels.\\nlicense: MIT\\nauthors:\\n  - family-names: Lovelace\\n    given-names: Ada\\n' > CITATION.cff
git add . && git commit -qm Cited`;

const semantic = `npx nx g nx-zenodo:release survey --releaseVersion=v1.0.0
git add . && git commit -qm 'feat: four rivers'`;

/** Every page that shows a command, and what it starts from. A page that is not listed fails. */
export const stages: Readonly<Record<string, Stage>> = {
  'README.md': { from: 'repository' },
  'CONTRIBUTING.md': { from: 'repository' },
  'docs/tutorial/first-record.md': { from: 'empty' },
  'docs/guides/start-a-release.md': { from: 'installed', given: analysis },
  'docs/guides/release-step-by-step.md': { from: 'survey', given: refrozen },
  'docs/guides/restricted-and-embargo.md': { from: 'survey' },
  'docs/guides/metadata.md': { from: 'survey' },
  'docs/guides/finalize.md': { from: 'survey', given: `${documents}\n${published}` },
  'docs/guides/status.md': { from: 'survey', given: published },
  'docs/guides/large-files.md': { from: 'survey' },
  'docs/guides/ci.md': { from: 'survey', given: tagged },
  'docs/guides/github.md': { from: 'survey', given: remote },
  'docs/guides/gitlab.md': { from: 'survey', given: remote },
  'docs/guides/forgejo.md': { from: 'survey', given: remote },
  'docs/guides/move-from-the-webhook.md': { from: 'survey', given: analysis },
  'docs/explanation/github-integration.md': { from: 'survey' },
  'docs/guides/sandbox.md': { from: 'survey' },
  'docs/guides/production.md': { from: 'survey', given: changed },
  'docs/guides/new-version.md': { from: 'survey', given: `${published}\n${changed}` },
  'docs/guides/nx-release.md': { from: 'survey', given: semantic },
  'docs/guides/reserve-the-doi.md': { from: 'survey', given: 'npx nx g nx-zenodo:metadata survey' },
  'docs/guides/several-releases.md': {
    from: 'survey',
    given:
      'mkdir releases\ncp -r survey releases/rivers\nrm releases/rivers/*.json releases/rivers/SHA256SUMS',
  },
  'docs/guides/move-from-a-script.md': { from: 'survey', given: `${analysis}\n${script}` },
  'docs/guides/archives.md': { from: 'survey', given: tagged },
  'docs/guides/archive-the-repository.md': { from: 'survey', given: cited },
  'docs/guides/hold-the-freeze.md': { from: 'survey', given: changed },
  'docs/guides/audit.md': { from: 'survey', given: `${tagged}\n${published}\n${downloaded}` },
  'docs/guides/half-way.md': { from: 'survey', given: 'npx nx run survey:zenodo-reserve' },
  'docs/guides/local-zenodo.md': { from: 'survey' },
};

import * as v from 'valibot';
import { config, environment, release } from './option-values.js';

const id = v.pipe(v.number(), v.integer());
/** One id or several, without repeats. */
const ids = v.optional(
  v.pipe(
    v.union([id, v.array(id)]),
    v.transform((given) => [...new Set(typeof given === 'number' ? [given] : given)]),
  ),
  [],
);
const dryRun = v.optional(
  v.pipe(
    v.boolean(),
    v.description(
      'Print the requests that would be sent, and send none that writes. NX_DRY_RUN does the same.',
    ),
  ),
);

const deployEntries = {
  config,
  environment,
  confirm: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'The version to publish, as confirmation; needed outside `local` where nobody can be asked.',
      ),
      v.examples(['v0.02-final']),
    ),
  ),
  dryRun: v.optional(
    v.pipe(
      v.boolean(),
      v.description(
        'Print the plan and its requests, and send none that writes. NX_DRY_RUN does the same.',
      ),
    ),
  ),
  draftPolicy: v.optional(
    v.pipe(
      v.picklist(['reuse', 'ask', 'refuse', 'discard']),
      v.description(
        'What to do with an open draft: reuse one of this release, ask about others, refuse any, or discard one that is not of this release.',
      ),
    ),
    'reuse',
  ),
  newConcept: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Publish under a new concept even if a record with this title exists.'),
    ),
    false,
  ),
  finalize: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Also write DOI, badge and citation into the documents (zenodo-finalize).'),
    ),
    false,
  ),
  forge: v.optional(
    v.pipe(
      v.boolean(),
      v.description('With `finalize`: also write the release page of the forge.'),
    ),
    false,
  ),
  skipRehearsal: v.optional(
    v.pipe(
      v.string(),
      v.nonEmpty('must be a reason'),
      v.description(
        'Publish to production without a rehearsal, for this reason; the receipt records it.',
      ),
    ),
  ),
};

/** Options of the executors that are about the record on Zenodo. */
export const zenodoOptions = {
  'zenodo-deploy': v.pipe(
    v.strictObject(deployEntries),
    v.description(
      'Publishes the bundle to Zenodo exactly once, after rebuilding the chain of digests.',
    ),
  ),
  'release-publish': v.pipe(
    // `nx release` hands on what only registries know (registry, tag, access, otp): none of it is refused.
    v.object(deployEntries),
    v.description('Publishes the bundle to Zenodo as a step of `nx release`.'),
  ),
  'zenodo-reserve': v.pipe(
    v.strictObject({
      config,
      environment,
      tag: v.optional(
        v.pipe(
          v.string(),
          v.nonEmpty('must name a tag'),
          v.description('For an archive: the tag that you will set; by default the one at HEAD.'),
          v.examples(['v1.2.0']),
        ),
      ),
      write: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Write the DOI into the documents that `finalize` names.'),
        ),
        true,
      ),
      dryRun,
    }),
    v.description('Reserves the version DOI in a draft, before the files are frozen or tagged.'),
  ),
  'zenodo-audit': v.pipe(
    v.strictObject({
      config,
      receipt: v.optional(
        v.pipe(v.string(), v.description('Receipt of the release, relative to the project root.')),
      ),
    }),
    v.description('Downloads a published record and compares it with its receipt.'),
  ),
  'zenodo-finalize': v.pipe(
    v.strictObject({
      config,
      receipt: v.optional(
        v.pipe(v.string(), v.description('Receipt of the release, relative to the project root.')),
      ),
      dryRun: v.optional(
        v.pipe(v.boolean(), v.description('Show every change as a diff and write nothing.')),
      ),
      commit: v.optional(
        v.pipe(v.boolean(), v.description('Commit exactly the files that were written.')),
        false,
      ),
      tag: v.optional(v.pipe(v.string(), v.description('Annotated tag for that commit.'))),
      push: v.optional(
        v.pipe(
          v.string(),
          v.description('Remote to push branch and tag to; by default nothing is pushed.'),
        ),
      ),
      forge: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Also write badge, citation and assets to the release page of the forge.'),
        ),
        false,
      ),
    }),
    v.description('Writes DOI, badge, citation and inventory into the documents of a release.'),
  ),
  'zenodo-preview': v.pipe(
    v.strictObject({
      config,
      release,
      out: v.optional(
        v.pipe(
          v.string(),
          v.nonEmpty('must name a file'),
          v.description(
            'Where to write the page, relative to the workspace; by default dist/release/preview.html of the project.',
          ),
          v.examples(['dist/preview.html']),
        ),
      ),
      open: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Open the page in the browser; works only on a terminal.'),
        ),
        false,
      ),
    }),
    v.description('Writes a page of the record as it will look, with every finding at its field.'),
  ),
  'zenodo-drafts': v.pipe(
    v.strictObject({
      config,
      environment,
      discard: v.pipe(
        ids,
        v.description('Id of an open draft to discard, or several ids; records are never touched.'),
      ),
      records: v.optional(
        v.pipe(v.boolean(), v.description('Also list published records.')),
        false,
      ),
      removeRecords: v.pipe(
        ids,
        v.description(
          'Id of a published record of a rehearsal to remove, or several ids; not in production.',
        ),
      ),
      confirm: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Do not ask; needed outside `local` where nobody can be asked.'),
        ),
        false,
      ),
      dryRun,
    }),
    v.description(
      'Lists open drafts and published records; discards and removes those that you name.',
    ),
  ),
};

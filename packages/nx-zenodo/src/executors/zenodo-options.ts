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
    v.description('Print the requests that would be sent; send none that writes. NX_DRY_RUN too.'),
  ),
);

const deployEntries = {
  config,
  environment,
  confirm: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'The version that is to be published; needed outside `local` where nobody can be asked.',
      ),
      v.examples(['v0.02-final']),
    ),
  ),
  dryRun: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Print the plan and its requests; send none that writes. NX_DRY_RUN too.'),
    ),
  ),
  draftPolicy: v.optional(
    v.pipe(
      v.picklist(['reuse', 'ask', 'refuse', 'discard']),
      v.description(
        'What to do with an open draft: reuse ours, ask about others, refuse any, or discard one that is not ours.',
      ),
    ),
    'reuse',
  ),
  newConcept: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Publish under a new concept although a record of this title stands.'),
    ),
    false,
  ),
  finalize: v.optional(
    v.pipe(
      v.boolean(),
      v.description('Then write DOI, badge and citation into the documents (zenodo-finalize).'),
    ),
    false,
  ),
  forge: v.optional(
    v.pipe(v.boolean(), v.description('With `finalize`: write the release page too.')),
    false,
  ),
  skipRehearsal: v.optional(
    v.pipe(
      v.string(),
      v.nonEmpty('must be a reason'),
      v.description('Why production takes a bundle that was not rehearsed; kept in the receipt.'),
    ),
  ),
};

/** Options of the executors that are about the record on Zenodo. */
export const zenodoOptions = {
  'zenodo-deploy': v.pipe(
    v.strictObject(deployEntries),
    v.description('Publishes the bundle to Zenodo, once, after walking the chain of digests back.'),
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
          v.description(
            'Of an archive: the tag that will be set; the one at HEAD where it is absent.',
          ),
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
    v.description('Downloads a published record again and compares it with its receipt.'),
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
        v.pipe(v.string(), v.description('Remote to push branch and tag to; none by default.')),
      ),
      forge: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Write badge, citation and assets onto the release page of the forge too.'),
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
            'Where to write the page, relative to the workspace; dist/release/preview.html of the project by default.',
          ),
          v.examples(['dist/preview.html']),
        ),
      ),
      open: v.optional(
        v.pipe(v.boolean(), v.description('Open the page in the browser; only on a terminal.')),
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
        v.description('Id of an open draft to discard, or several; records are never touched.'),
      ),
      records: v.optional(
        v.pipe(v.boolean(), v.description('List published records, too.')),
        false,
      ),
      removeRecords: v.pipe(
        ids,
        v.description(
          'Id of a published record of a rehearsal to remove, or several; not in production.',
        ),
      ),
      confirm: v.optional(
        v.pipe(
          v.boolean(),
          v.description('Do it without asking; needed outside `local` where nobody can be asked.'),
        ),
        false,
      ),
      dryRun,
    }),
    v.description(
      'Lists open drafts and published records; discards and removes those that are named.',
    ),
  ),
};

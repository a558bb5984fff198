import * as v from 'valibot';
import { refuseByFramework } from '../http/refusal.js';
import type { Engine } from './engine.js';

const decisionSchema = v.strictObject({
  request: v.string(),
  decision: v.picklist(['accept', 'decline']),
});

const repositorySchema = v.strictObject({
  /** Number that GitHub gave the repository. */
  repository: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** A version of the work whose releases are that repository's. */
  record: v.pipe(v.number(), v.integer()),
});

/** Decides about a request in the place of those who would: `POST /sandbox/reviews`. */
export async function decideReview({ curator }: Engine, order: unknown): Promise<object> {
  const { request, decision } = read(decisionSchema, order);
  return curator.decide(request, decision);
}

/** Ties a repository of GitHub to a work, as Zenodo's GitHub integration does: `POST /sandbox/repositories`. */
export async function tieRepository({ store }: Engine, order: unknown): Promise<object> {
  const { repository, record } = read(repositorySchema, order);
  const version = store.tables.version(record);
  const concept = version && store.tables.concept(version.concept);
  if (concept === undefined) throw refuseByFramework(404, `There is no record ${record}.`);
  await store.commit([{ put: 'concept', value: { ...concept, repository } }]);
  return { repository, concept: concept.id };
}

function read<S extends v.GenericSchema>(schema: S, order: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, order);
  if (parsed.success) return parsed.output;
  const told = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'order'}: ${issue.message}`);
  throw refuseByFramework(400, told.join('; '));
}

import type { DepositPlan, DepositStep } from './deposit-plan.js';

/**
 * A plan as a person reads it before anything is sent: every step with the requests that it makes. `apiUrl` is
 * the base of the API. An id or bucket that Zenodo will only give out is written as `{id}`, `{bucket}`.
 */
export function formatPlan(plan: DepositPlan, apiUrl: string): string {
  switch (plan.kind) {
    case 'refuse':
      return ['Refused:', ...plan.findings.map((one) => `  ${one.code} ${one.message}`)].join('\n');
    case 'ask':
      return `Ask: ${plan.finding.message}`;
    case 'wait':
      return `Wait until the list of depositions shows draft ${plan.draft.id}.`;
    case 'unchanged':
      return [
        `Nothing to publish: record ${plan.version.id} (${plan.version.doi ?? 'no DOI'}) holds these files and this metadata.`,
        ...requests(plan.steps, apiUrl),
      ].join('\n');
    case 'publish':
      return [
        headings[plan.route],
        ...plan.differences.map(
          ({ field, sent, returned }) => `  ${field}: ${shown(returned)} → ${shown(sent)}`,
        ),
        ...requests(plan.steps, apiUrl),
      ].join('\n');
  }
}

/** The steps of a reservation, in the same form; the last request gives the draft its DOI. */
export function formatReservationPlan(steps: readonly DepositStep[], apiUrl: string): string {
  const resumed = steps.find((step) => step.do === 'resume');
  const id = resumed?.draft.id ?? '{id}';
  return [
    'Reserve the DOI of a draft, publish nothing:',
    ...requests(steps, apiUrl),
    `  POST ${apiUrl}/records/${id}/draft/pids/doi`,
  ].join('\n');
}

const headings = {
  first: 'Publish a first version, under a new concept:',
  version: 'Publish a new version of a known concept:',
  resume: 'Go on with a draft that is open:',
  edit: 'Edit the metadata of the published record, its DOI stays:',
} as const;

function requests(steps: readonly DepositStep[], apiUrl: string): readonly string[] {
  let id = '{id}';
  let bucket = '{bucket}';
  return steps.flatMap((step) => {
    if ('of' in step) id = step.do === 'open-edit' ? String(step.of.id) : '{id}';
    if (step.do === 'resume') {
      id = String(step.draft.id);
      if (step.draft.state === 'unsubmitted') bucket = step.draft.links.bucket;
    }
    return lines(step, apiUrl, id, bucket).map((line) => `  ${line}`);
  });
}

function lines(step: DepositStep, apiUrl: string, id: string, bucket: string): readonly string[] {
  const one = `${apiUrl}/deposit/depositions/${id}`;
  switch (step.do) {
    case 'create':
      return [`POST ${apiUrl}/deposit/depositions ${body(step.metadata)}`];
    case 'start-version':
      return [`POST ${step.of.links.newversion}`];
    case 'open-edit':
      return [`POST ${step.of.links.edit}`];
    case 'resume':
      return [`use draft ${id} (${step.draft.links.html})`];
    case 'discard':
      return [`POST ${step.draft.links.discard}`];
    case 'update-metadata':
      return [`PUT ${one} ${body(step.metadata)}`];
    case 'delete-files':
      return step.keys.map((key) => `DELETE ${one}/files/{file id of ${key}}`);
    case 'keep-files':
      return step.files.map((file) => `keep ${file.key} (${file.size} bytes, md5 ${file.md5})`);
    case 'upload-files': {
      const base = bucket === '{bucket}' ? `${apiUrl}/files/{bucket}` : bucket;
      return step.files.map(
        (file) =>
          `PUT ${base}/${encodeURIComponent(file.key)} (${file.size} bytes, SHA-256 ${file.sha256})`,
      );
    }
    case 'compare-files':
      return [`GET ${one}/files and compare names, sizes and md5`];
    case 'look-again':
      return [`GET ${apiUrl}/deposit/depositions and plan anew`];
    case 'publish':
      return [`POST ${one}/actions/publish`];
  }
}

function body(metadata: object): string {
  return JSON.stringify({ metadata });
}

function shown(value: unknown): string {
  return value === undefined ? '(none)' : JSON.stringify(value);
}

import type { CheckContext, CheckOutcome } from './check-outcome.js';
import type { DeclaredCheck } from './declared-check.js';
import { runAllPassedCheck } from './kinds/all-passed-check.js';
import { runCommandCheck } from './kinds/command-check.js';
import { runEqualsCheck } from './kinds/equals-check.js';
import { runExistsCheck } from './kinds/exists-check.js';
import { runJsonCheck } from './kinds/json-check.js';
import { runJsonSchemaCheck } from './kinds/json-schema-check.js';
import { runNdjsonCheck } from './kinds/ndjson-check.js';
import { ValidationError } from './validation-error.js';

/** Runs one check; whatever a file or the check itself refuses becomes a finding. */
export async function runCheck(check: DeclaredCheck, context: CheckContext): Promise<CheckOutcome> {
  try {
    return await dispatch(check, context);
  } catch (thrown) {
    if (!(thrown instanceof ValidationError)) throw thrown;
    return { detail: 'could not be held', findings: thrown.findings };
  }
}

function dispatch(
  check: DeclaredCheck,
  context: CheckContext,
): Promise<CheckOutcome> | CheckOutcome {
  switch (check.kind) {
    case 'json':
      return runJsonCheck(check, context);
    case 'json-schema':
      return runJsonSchemaCheck(check, context);
    case 'ndjson':
      return runNdjsonCheck(check, context);
    case 'equals':
      return runEqualsCheck(check, context);
    case 'exists':
      return runExistsCheck(check, context);
    case 'command':
      return runCommandCheck(check, context);
    case 'all-passed':
      return runAllPassedCheck(context);
  }
}

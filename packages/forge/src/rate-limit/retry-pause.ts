/** The head of an answer: names in lower case. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a refusal for being too many, or for a passing fault, asks for: seconds to wait; null for all other answers. */
export function retryPause(head: AnswerHead, nowMs: number, attempt: number): number | null {
  if (isRateLimit(head)) return limitPause(head, nowMs) ?? 60;
  if (![502, 503, 504].includes(head.status)) return null;
  return seconds(head.headers['retry-after'], nowMs) ?? 2 ** attempt;
}

/**
 * GitHub refuses with 403 or 429 and `x-ratelimit-remaining: 0` or `retry-after` (docs.github.com, "Rate limits for
 * the REST API"); GitLab with 429 and `retry-after`, `ratelimit-reset`.
 */
export function isRateLimit({ status, headers }: AnswerHead): boolean {
  if (status === 429) return true;
  return (
    status === 403 &&
    (headers['x-ratelimit-remaining'] === '0' || headers['retry-after'] !== undefined)
  );
}

function limitPause({ headers }: AnswerHead, nowMs: number): number | null {
  const reset = Number(headers['x-ratelimit-reset'] ?? headers['ratelimit-reset']);
  const untilReset = Number.isFinite(reset) ? Math.max(0, Math.ceil(reset - nowMs / 1000)) : null;
  return seconds(headers['retry-after'], nowMs) ?? untilReset;
}

// RFC 9110, 10.2.3: seconds or a date.
function seconds(value: string | undefined, nowMs: number): number | null {
  if (value === undefined) return null;
  if (/^\d+$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - nowMs) / 1000));
}

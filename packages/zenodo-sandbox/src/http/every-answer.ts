/** Headers of every answer of both APIs (contract 0.6). */
export function answerHeaders(requestId: string): Record<string, string> {
  return {
    'Access-Control-Allow-Origin': '*',
    'Access-Control-Expose-Headers':
      'Content-Type, ETag, Link, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset',
    'X-Request-ID': requestId,
  };
}

const schemes = new Set(['http:', 'https:', 'mailto:']);

// A path on the page's own server: one slash, so that `//host` and `/\host` cannot name another one.
const ownPath = /^\/(?![/\\])[^\\]*$/;
// Browsers drop tabs and newlines inside a URL, so that `java\nscript:` and `/\t/host` would come to life.
const hasControls = /[\u0000-\u001f\u007f-\u009f]/;

/**
 * The URL as it may stand in `href`, `src` and `action`: http, https or mailto, a rooted path of the same
 * server, or a fragment; `null` for everything else (`javascript:`, `data:`, `//host`, text).
 */
export function safeUrl(url: string): string | null {
  const trimmed = url.trim();
  if (hasControls.test(trimmed)) return null;
  if (trimmed.startsWith('#') || ownPath.test(trimmed)) return trimmed;
  if (!URL.canParse(trimmed)) return null;
  const parsed = new URL(trimmed);
  return schemes.has(parsed.protocol) ? parsed.href : null;
}

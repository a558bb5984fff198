/**
 * Compares versions as people number them: runs of digits by value, a pre-release (`-rc.1`, `rc1`, `.dev2`) before
 * its release, a leading `v` without meaning. Not only semantic versions: projects tag `v0.02-final` and `2024b`.
 */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [parts(one), parts(other)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = comparePart(a[at], b[at]);
    if (difference !== 0) return difference;
  }
  return one < other ? -1 : one > other ? 1 : 0;
}

function parts(version: string): readonly string[] {
  const release = version.replace(/^v(?=\d)/i, '').replace(/\+.*$/, '');
  return release.match(/\d+|[a-z]+/gi) ?? [];
}

const beforeRelease = /^(?:dev|a|alpha|b|beta|c|rc|pre|preview|snapshot|m|milestone)$/i;

/** True where a version is a pre-release by its name. */
export function isPrerelease(version: string): boolean {
  const words =
    version
      .replace(/^v(?=\d)/i, '')
      .replace(/\+.*$/, '')
      .match(/[a-z]+/gi) ?? [];
  return (
    words.some((word) => word.length > 1 && beforeRelease.test(word)) ||
    /\d(?:a|b|c|m)\d/i.test(version)
  );
}

function comparePart(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) {
    const rest = a ?? b;
    // 1.0 comes before 1.0.1 and after 1.0-rc.
    const sign = rest === undefined ? 0 : beforeRelease.test(rest) ? -1 : 1;
    return a === undefined ? -sign : sign;
  }
  const numbers = [Number(a), Number(b)] as const;
  const [x, y] = numbers;
  if (!Number.isNaN(x) && !Number.isNaN(y)) return x - y;
  if (Number.isNaN(x) && Number.isNaN(y)) return compareWords(a.toLowerCase(), b.toLowerCase());
  const [word, sign] = Number.isNaN(x) ? [a, 1] : [b, -1];
  return beforeRelease.test(word) ? -sign : sign * -1;
}

function compareWords(a: string, b: string): number {
  const [early, late] = [beforeRelease.test(a), beforeRelease.test(b)];
  if (early !== late) return early ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Where a remote URL of git leads. */
export interface RemoteRepository {
  /** Scheme and host (and port) of the website. */
  readonly origin: string;
  readonly host: string;
  /** Groups and owner, slash-separated; GitLab nests them. */
  readonly owner: string;
  readonly name: string;
}

/**
 * Reads a remote URL as git takes it: `https://host/owner/name.git`, `ssh://git@host:22/owner/name`, or
 * `git@host:owner/name` (git-clone, "GIT URLS"). Credentials in it are left out. Null for a path or anything else.
 */
export function parseRemoteUrl(remote: string): RemoteRepository | null {
  const text = remote.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? fromUrl(text) : fromScp(text);
  if (url === null) return null;
  const segments = url.path
    .replace(/\.git\/?$/, '')
    .split('/')
    .filter((segment) => segment !== '');
  const name = segments.at(-1);
  const owner = segments.slice(0, -1).join('/');
  if (name === undefined || owner === '' || segments.some((one) => one === '.' || one === '..')) {
    return null;
  }
  return { origin: url.origin, host: url.host, owner, name };
}

interface Parts {
  readonly origin: string;
  readonly host: string;
  readonly path: string;
}

function fromUrl(text: string): Parts | null {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.hostname === '') return null;
  const path = decodeURIComponent(url.pathname);
  // The port of SSH says nothing about the website.
  const web = url.protocol === 'http:' || url.protocol === 'https:';
  if (web) return { origin: url.origin, host: url.host, path };
  return ['ssh:', 'git:', 'git+ssh:'].includes(url.protocol)
    ? { origin: `https://${url.hostname}`, host: url.hostname, path }
    : null;
}

function fromScp(text: string): Parts | null {
  const match = /^(?:[^@/\s]+@)?([A-Za-z0-9.-]+):(?!\/\/)([^\s]+)$/.exec(text);
  if (match === null || /^[A-Za-z]$/.test(match[1]!)) return null;
  return { origin: `https://${match[1]!}`, host: match[1]!, path: match[2]! };
}

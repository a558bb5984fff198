import { describe, expect, it } from '@jest/globals';
import { detectForge } from './detect-forge.js';
import { parseRemoteUrl } from './remote-url.js';

const locate = (remote: string | null, environment: Record<string, string> = {}, override = {}) => {
  const detection = detectForge(remote, environment, override);
  return detection.kind === 'found' ? detection.location : null;
};

describe('a remote URL of git', () => {
  it.each([
    ['https://github.com/ada/demo.git', 'https://github.com', 'ada', 'demo'],
    [
      'https://user:secret@git.example.org:8443/ada/demo/',
      'https://git.example.org:8443',
      'ada',
      'demo',
    ],
    ['git@gitlab.com:group/sub/demo.git', 'https://gitlab.com', 'group/sub', 'demo'],
    ['ssh://git@codeberg.org:2222/ada/demo.js.git', 'https://codeberg.org', 'ada', 'demo.js'],
    ['http://127.0.0.1:3000/ada/demo', 'http://127.0.0.1:3000', 'ada', 'demo'],
  ])('when it is %s, the repository is known', (remote, origin, owner, name) => {
    expect(parseRemoteUrl(remote)).toMatchObject({ origin, owner, name });
  });

  it.each([
    '/srv/git/demo.git',
    '../demo',
    'C:\\demo',
    'C:/demo',
    'file:///srv/a/b',
    'https://github.com/demo',
    '',
    'https://x/a/../b',
  ])('when it is %j, there is no repository on a forge', (remote) => {
    expect(parseRemoteUrl(remote)).toBeNull();
  });
});

describe('the forge of a repository', () => {
  it.each([
    ['https://github.com/a/b', 'github', 'https://api.github.com', 'https://uploads.github.com'],
    ['https://acme.ghe.com/a/b', null, '', ''],
    [
      'https://github.acme.org/a/b',
      'github',
      'https://github.acme.org/api/v3',
      'https://github.acme.org/api/uploads',
    ],
    ['https://gitlab.com/a/b', 'gitlab', 'https://gitlab.com/api/v4', 'https://gitlab.com/api/v4'],
    [
      'git@codeberg.org:a/b',
      'forgejo',
      'https://codeberg.org/api/v1',
      'https://codeberg.org/api/v1',
    ],
    [
      'https://gitea.acme.org/a/b',
      'forgejo',
      'https://gitea.acme.org/api/v1',
      'https://gitea.acme.org/api/v1',
    ],
  ])('when the remote is %s, it is told by its name', (remote, kind, apiUrl, uploadUrl) => {
    expect(locate(remote)).toEqual(
      kind === null ? null : expect.objectContaining({ kind, apiUrl, uploadUrl }),
    );
  });

  it('when the kind is said, the host need not tell it', () => {
    expect(locate('https://acme.ghe.com/a/b', {}, { kind: 'github' })).toMatchObject({
      apiUrl: 'https://api.acme.ghe.com',
      uploadUrl: 'https://uploads.acme.ghe.com',
    });
    expect(
      locate('https://x.org/a/b', {}, { kind: 'gitlab', apiUrl: 'https://x.org/git/api/v4/' }),
    ).toMatchObject({
      apiUrl: 'https://x.org/git/api/v4',
    });
  });

  it('when CI runs on the same host, it is told by what CI sets', () => {
    const gitlab = {
      GITLAB_CI: 'true',
      CI_SERVER_URL: 'https://code.acme.org',
      CI_API_V4_URL: 'https://code.acme.org/api/v4',
    };
    expect(locate('https://code.acme.org/a/b', gitlab)).toMatchObject({ kind: 'gitlab' });
    const forgejo = {
      GITHUB_ACTIONS: 'true',
      FORGEJO_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://code.acme.org',
    };
    expect(locate('https://code.acme.org/a/b', forgejo)).toMatchObject({
      kind: 'forgejo',
      apiUrl: 'https://code.acme.org/api/v1',
    });
    const github = {
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://code.acme.org',
      GITHUB_API_URL: 'https://code.acme.org/api/v3',
    };
    expect(locate('https://code.acme.org/a/b', github)).toMatchObject({ kind: 'github' });
  });

  it('when CI runs elsewhere, its addresses are not believed', () => {
    const elsewhere = {
      GITHUB_ACTIONS: 'true',
      GITHUB_SERVER_URL: 'https://evil.example',
      GITHUB_API_URL: 'https://evil.example/api',
    };
    expect(locate('https://github.com/a/b', elsewhere)).toMatchObject({
      apiUrl: 'https://api.github.com',
    });
    expect(locate('https://code.acme.org/a/b', elsewhere)).toBeNull();
  });

  it('when there is no remote, nothing is said; when it is unknown, one word is', () => {
    expect(detectForge(null, {})).toEqual({ kind: 'none', findings: [] });
    expect(detectForge('/srv/git/a.git', {})).toEqual({ kind: 'none', findings: [] });
    expect(detectForge('https://user:secret@code.acme.org/a/b', {})).toMatchObject({
      kind: 'none',
      findings: [
        { code: 'NZ8212', severity: 'note', message: expect.not.stringContaining('secret') },
      ],
    });
  });

  it.each([
    [
      'https://github.com/a/b',
      { GH_TOKEN: 'b' },
      { value: 'b', variable: 'GH_TOKEN', kind: 'personal' },
    ],
    [
      'https://github.com/a/b',
      { GITHUB_TOKEN: ' a ', GH_TOKEN: 'b' },
      { value: 'a', variable: 'GITHUB_TOKEN', kind: 'personal' },
    ],
    [
      'https://gitlab.com/a/b',
      { GITHUB_TOKEN: 'a', CI_JOB_TOKEN: 'j' },
      { value: 'j', variable: 'CI_JOB_TOKEN', kind: 'job' },
    ],
    [
      'https://codeberg.org/a/b',
      { GITLAB_TOKEN: 'x', GITEA_TOKEN: 'g' },
      { value: 'g', variable: 'GITEA_TOKEN', kind: 'personal' },
    ],
    ['https://codeberg.org/a/b', { GITHUB_TOKEN: 'a' }, null],
  ])(
    'when the remote is %s and the environment %j, the token is its own',
    (remote, environment, token) => {
      expect(detectForge(remote, environment)).toMatchObject({ kind: 'found', token });
    },
  );
});

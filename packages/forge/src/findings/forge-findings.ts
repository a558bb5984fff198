import type { ForgeCode, ForgeFinding } from './forge-error.js';

const error = (code: ForgeCode, message: string, cure: string): ForgeFinding => ({
  code,
  severity: 'error',
  message,
  cure,
});

export function unreachable(request: string, reason: string): ForgeFinding {
  return error(
    'NZ8201',
    `${request} got no answer: ${reason}.`,
    'Check the address of the forge and the network, then run again; what is there already is kept.',
  );
}

export function unauthorised(request: string, tokenName: string | null): ForgeFinding {
  return error(
    'NZ8202',
    `${request} was refused with 401: ${tokenName === null ? 'no token is set' : `the token of ${tokenName} is not accepted`}.`,
    'Set a token that is valid for this forge in the environment variable.',
  );
}

export function forbidden(request: string, said: string): ForgeFinding {
  return error(
    'NZ8203',
    `${request} was refused with 403: ${said}.`,
    'Give the token the right to write releases (GitHub: contents, GitLab: api, Forgejo: write:repository).',
  );
}

export function notFound(request: string): ForgeFinding {
  return error(
    'NZ8204',
    `${request} was answered with 404: no such repository or release, or the token may not see it.`,
    'Check the remote URL and the tag, and that the token may read the repository.',
  );
}

export function rateLimited(request: string, seconds: number): ForgeFinding {
  return error(
    'NZ8205',
    `${request} was refused: the rate limit is used up for ${seconds} more seconds.`,
    'Run again after that; with a token the limit is higher.',
  );
}

export function refused(request: string, status: number, said: string): ForgeFinding {
  return error(
    'NZ8206',
    `${request} was answered with ${status}: ${said}.`,
    'Do what the forge says; run again if its fault passes.',
  );
}

export function unexpectedAnswer(request: string, field: string): ForgeFinding {
  return error(
    'NZ8207',
    `The answer to ${request} is not as documented: ${field}.`,
    'Check that the address is that of the API of this kind of forge.',
  );
}

export function strangeOrigin(origin: string, configured: string): ForgeFinding {
  return error(
    'NZ8208',
    `The forge names ${origin} for a request with the token, which is only sent to ${configured}.`,
    'Check the address of the forge; name its upload host if it has one of its own.',
  );
}

export function assetDiffers(name: string, there: string, here: string): ForgeFinding {
  return error(
    'NZ8209',
    `The asset "${name}" of the release has SHA-256 ${there}, and the file here ${here}.`,
    'Find out which is right; to put this one in its place, say that assets may be replaced.',
  );
}

export function uploadCorrupted(name: string, there: string, here: string): ForgeFinding {
  return error(
    'NZ8210',
    `The asset "${name}" was uploaded with SHA-256 ${here}, and the forge serves ${there}.`,
    'Remove the asset on the release page and run again.',
  );
}

export function refusedName(name: string, reason: string): ForgeFinding {
  return error(
    'NZ8211',
    `The forge cannot keep the name of the asset "${name}": ${reason}.`,
    'Rename the file; letters, digits, dot, hyphen and underscore are kept by every forge.',
  );
}

export function unknownForge(remote: string): ForgeFinding {
  return {
    code: 'NZ8212',
    severity: 'note',
    message: `Which forge ${remote} is cannot be told from its address, so its release page is left alone.`,
    cure: 'Name the kind of the forge (github, gitlab, forgejo) and its API address.',
  };
}

export function noRelease(tag: string): ForgeFinding {
  return error(
    'NZ8213',
    `The forge has no release for the tag ${tag}.`,
    'Make the release on the forge, or leave the forge out.',
  );
}

export function unusableOption(name: string, value: string): ForgeFinding {
  return error(
    'NZ8214',
    `The option ${name} of the workflow is "${value}", which YAML, shell or a pattern would read otherwise.`,
    'Use letters, digits and . _ - / @ only, and * in patterns of tags.',
  );
}

export function readableToken(origin: string, variable: string): ForgeFinding {
  return error(
    'NZ8215',
    `${origin} is plain http, over which the token of ${variable} would travel readable.`,
    'Give the https address of the forge, or leave the token out; only loopback may do without TLS.',
  );
}

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Client } from './client.js';
import { expectedDifferences } from './expected-differences.js';
import { openService, type Service } from './service.js';
import type { Answer } from './client.js';

/** What a case has at hand. */
export interface Scene {
  readonly service: Service;
  readonly owner: Client;
  readonly other: Client;
  readonly superuser: Client;
  readonly anonymous: Client;
}

let scene: Scene;

before(async () => {
  const service = await openService(process.env);
  const { owner, other, superuser } = service.tokens;
  assert.notEqual(owner, '', 'SANDBOX_TOKEN must be set');
  scene = {
    service,
    owner: new Client(service.api, owner),
    other: new Client(service.api, other),
    superuser: new Client(service.api, superuser),
    anonymous: new Client(service.api, undefined),
  };
});
after(() => scene.service.close());

/**
 * One numbered case. Where a difference is expected it must be there: a difference that is gone
 * fails the run until its line is taken off the list.
 */
export function conforms(number: string, name: string, run: (scene: Scene) => Promise<void>): void {
  const difference = expectedDifferences[number];
  const title = difference === undefined ? name : `${name} (expected difference: ${difference})`;
  test(`${number} ${title}`, async () => {
    if (difference === undefined) return run(scene);
    await assert.rejects(() => run(scene), assert.AssertionError, 'the difference is gone');
  });
}

/** Fails with the whole answer when its status is another. */
export function hasStatus(answer: Answer, status: number): Answer {
  assert.equal(answer.status, status, answer.text.slice(0, 2000));
  return answer;
}

/** Fails unless the answer is a 400 with exactly this field error. */
export function hasFieldError(answer: Answer, field: string, message: string | RegExp): void {
  hasStatus(answer, 400);
  const errors = answer.body.errors as { field: string; messages: string[] }[];
  const found = errors.find((error) => error.field === field);
  assert.ok(found, `no error for ${field}: ${answer.text}`);
  const told = found.messages.join(' ');
  if (typeof message === 'string') assert.equal(told, message);
  else assert.match(told, message);
}

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox } from '@nx-zenodo/zenodo-sandbox';
import type { Sandbox } from '@nx-zenodo/zenodo-sandbox';
import deploy from '../executors/zenodo-deploy/executor.js';
import { openReleasePlay } from '../testing/release-play.js';
import type { ReleasePlay } from '../testing/release-play.js';
import { bundleSurvey, succeed, survey } from '../testing/survey.js';

let play: ReleasePlay;
let service: Sandbox;
beforeEach(async () => {
  play = await openReleasePlay(survey);
  service = await startSandbox({ store: join(play.top, 'dist/service') });
  process.env['ZENODO_API'] = service.apiUrl;
  process.env['ZENODO_SANDBOX_TOKEN'] = service.token;
  await bundleSurvey(play, 'v1.0');
});
afterEach(async () => {
  await service.close();
  play.close();
});

const sandbox = { environment: 'sandbox' };
const methods = () => service.requests.list().map(({ method }) => method);

describe('zenodo-deploy to a service that is not the local one', () => {
  it('when nobody confirms, or another version is confirmed, no request is sent', async () => {
    for (const options of [sandbox, { ...sandbox, confirm: 'v1' }]) {
      const { success, output } = await play.run(deploy, options);
      expect(success).toBe(false);
      expect(output).toContain('NZ9015');
    }
    expect(methods()).toEqual([]);
  });

  it('when it is a dry run, by option or variable, the plan is shown, and nothing is written there', async () => {
    process.env['NX_DRY_RUN'] = 'true';
    expect(await succeed(play, deploy, sandbox)).toContain('/deposit/depositions');
    process.env['NX_DRY_RUN'] = 'false';
    expect(await succeed(play, deploy, { ...sandbox, dryRun: true })).toContain(
      '/deposit/depositions',
    );
    expect(new Set(methods())).toEqual(new Set(['GET']));
    expect(play.git('status', '--porcelain')).toBe('');
  });

  it('when the version is confirmed, it is published there, and the receipt is saved', async () => {
    const output = await succeed(play, deploy, { ...sandbox, confirm: 'v1.0' });
    const [, path = ''] = /Receipt saved: (\S+)/.exec(output) ?? [];
    expect(JSON.parse(play.read(path))).toMatchObject({
      environment: { name: 'sandbox', origin: service.url },
      skippedRehearsal: null,
    });
  });

  it('when the token is not set, nothing is sent', async () => {
    delete process.env['ZENODO_SANDBOX_TOKEN'];
    const { success, output } = await play.run(deploy, { ...sandbox, confirm: 'v1.0' });
    expect([success, methods()]).toEqual([false, []]);
    expect(output).toContain('NZ9010');
  });
});

describe('zenodo-deploy to production', () => {
  const production = { environment: 'production', confirm: 'v1' };
  beforeEach(() => {
    process.env['ZENODO_PRODUCTION_TOKEN'] = 'never-sent';
    delete process.env['ZENODO_API'];
    // The confirmation names another version; and should it be taken for one, no request leaves this machine.
    process.env['HTTPS_PROXY'] = 'http://127.0.0.1:9';
  });
  const code = async (options: object) => {
    const { output } = await play.run(deploy, { ...production, ...options });
    return /NZ\d{4}/.exec(output)?.[0];
  };

  it('when the bundle was not rehearsed, it stops, unless a reason is given', async () => {
    expect(await code({})).toBe('NZ6023');
    expect(await code({ skipRehearsal: 'The test service is down.' })).toBe('NZ9015');
  });

  it('when exactly this bundle was published to a test service, it was rehearsed', async () => {
    process.env['ZENODO_API'] = service.apiUrl;
    await succeed(play, deploy, { ...sandbox, confirm: 'v1.0' });
    delete process.env['ZENODO_API'];
    expect(await code({})).toBe('NZ9015');
  });
});

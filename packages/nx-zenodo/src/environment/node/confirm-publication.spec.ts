import { describe, expect, it } from '@jest/globals';
import type { ReleaseConfig } from '../../release-config/release-config.js';
import { environmentApis } from '../environment.js';
import type { EnvironmentName } from '../environment.js';
import { confirmPublication } from './confirm-publication.js';

const config = { version: 'v1.0' } as ReleaseConfig;

/** Whether it was confirmed (or the code of the refusal), and what was asked. */
async function confirmed(name: EnvironmentName, confirm?: string, answer: string | null = null) {
  const asked: string[] = [];
  const asking = async (question: string) => {
    asked.push(question);
    return answer;
  };
  const environment = { name, apiUrl: environmentApis[name], embedded: false, token: 'x' };
  const end = await confirmPublication(config, 6, environment, confirm, asking).then(
    () => 'confirmed',
    (error: { code: string; message: string }) => `${error.code} ${error.message}`,
  );
  return { end, asked };
}

describe('a publication to the local Zenodo', () => {
  it('when it comes, nobody is asked', async () => {
    expect(await confirmed('local')).toEqual({ end: 'confirmed', asked: [] });
  });
});

describe.each(['sandbox', 'production'] as const)('a publication to %s', (name) => {
  it('when --confirm names exactly the version, nobody is asked', async () => {
    expect(await confirmed(name, 'v1.0')).toEqual({ end: 'confirmed', asked: [] });
  });

  it.each(['', 'v1', 'v1.0 ', 'V1.0', 'true', 'y'])(
    'when --confirm is %j, it is refused, whoever would say yes',
    async (other) => {
      const { end, asked } = await confirmed(name, other, 'y');
      expect(end).toContain('NZ9015');
      expect(end).toContain(`--confirm names "${other}"`);
      expect(asked).toEqual([]);
    },
  );

  it('when somebody says yes, it is confirmed, and the question told what goes where', async () => {
    const { end, asked } = await confirmed(name, undefined, 'y');
    expect([end, asked.length]).toEqual(['confirmed', 1]);
    for (const fact of ['v1.0', '6 files', environmentApis[name], name]) {
      expect(asked[0]).toContain(fact);
    }
  });

  it.each([null, '', 'n', 'v1.0'])('when the answer is %j, it is refused', async (answer) => {
    const { end, asked } = await confirmed(name, undefined, answer);
    expect(end).toContain('NZ9015');
    expect(end).toContain(`Publication of v1.0 to ${name} was not confirmed: nobody said yes.`);
    expect(asked).toHaveLength(1);
  });
});

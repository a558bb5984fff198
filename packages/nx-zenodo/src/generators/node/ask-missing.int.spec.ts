import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { missingFacts } from '../metadata-file/missing-facts.js';
import { askMissing } from './ask-missing.js';

const missing = missingFacts({ title: 'x' });

/** Types each line once its question is on the screen; null ends the input. */
function typing(lines: (string | null)[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const asked: string[] = [];
  output.setEncoding('utf8').on('data', (text: string) => {
    if (!text.includes(': ')) return;
    asked.push(text.trim());
    const line = lines.shift();
    if (line === null || line === undefined) input.end();
    else input.write(`${line}\n`);
  });
  return { terminal: { input, output }, asked };
}

describe('questions for what is missing', () => {
  it('when every question is answered, the answers are flags', async () => {
    const { terminal, asked } = typing(['1.0', 'Lovelace, Ada', ' ', 'MIT']);
    expect(await askMissing(missing, terminal)).toEqual({
      releaseVersion: '1.0',
      creators: 'Lovelace, Ada',
      license: 'MIT',
    });
    expect(asked).toHaveLength(4);
  });

  it('when the input ends, what was answered so far counts', async () => {
    const { terminal } = typing(['1.0', null]);
    expect(await askMissing(missing, terminal)).toEqual({ releaseVersion: '1.0' });
  });
});

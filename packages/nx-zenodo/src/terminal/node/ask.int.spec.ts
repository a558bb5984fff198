import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import { ask } from './ask.js';

const terminal = (isTTY: boolean, patience = 30) => ({
  input: Object.assign(new PassThrough(), { isTTY }),
  output: new PassThrough(),
  patience,
});

describe('a question on a terminal', () => {
  it('when somebody types a line, it is the answer', async () => {
    const here = terminal(true);
    const answer = ask('Continue? (y/N) ', here);
    here.input.write('y\n');
    expect(await answer).toBe('y');
    expect(here.output.read()?.toString()).toContain('Continue? (y/N) ');
  });

  it('when the input ends, nobody answered', async () => {
    const here = terminal(true);
    const answer = ask('Continue? ', here);
    here.input.end();
    expect(await answer).toBeNull();
  });

  it('when nobody answers in time, nobody answered', async () => {
    expect(await ask('Continue? ', terminal(true, 0.01))).toBeNull();
  });

  it('when there is no terminal, nothing is asked', async () => {
    const here = terminal(false);
    here.input.write('y\n');
    expect(await ask('Continue? ', here)).toBeNull();
    expect(here.output.read()).toBeNull();
  });
});

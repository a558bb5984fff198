import { isCodedError } from '@nx-zenodo/findings';
import type { RecordFile } from '@nx-zenodo/zenodo-api';
import { refusalError } from '../answer/refusal.js';
import { explainBreakage } from '../request/broken.js';
import { pace, waitToRepeat } from '../request/exchange.js';
import type { Line } from '../request/exchange.js';
import type { Outcome } from '../request/repeat.js';
import { drain, sendWithinOrigin } from '../request/send.js';
import { zenodoError } from '../zenodo-error.js';
import type { ZenodoError } from '../zenodo-error.js';
import { digestingTap } from './digesting.js';
import type { BytesSeen, Progress } from './digesting.js';

/**
 * Downloads the bytes that a published record serves, and digests them while they arrive; nothing is kept.
 * The URL is built from id and key: the links of published depositions are not to be relied on.
 *
 * @throws ZenodoError NZ5016 where the bytes stop early
 */
export async function digestContent(
  line: Line,
  recordId: number,
  file: RecordFile,
  onProgress?: Progress,
): Promise<BytesSeen> {
  const operation = `download ${file.key} of record ${recordId}`;
  const url = `${line.address.apiUrl}/records/${recordId}/files/${encodeURIComponent(file.key)}/content`;
  for (let attempt = 1; ; attempt += 1) {
    await pace(line, operation);
    const tried = await downloadOnce(line, { operation, url, size: file.size }, onProgress);
    if ('seen' in tried) return tried.seen;
    const failed = { operation, repeat: 'safe', attempt, reason: 'the download failed' } as const;
    if (!(await waitToRepeat(line, tried.outcome, failed))) throw tried.error(attempt);
  }
}

type Tried =
  | { readonly seen: BytesSeen }
  | { readonly outcome: Outcome; error(attempts: number): ZenodoError };

interface Download {
  readonly operation: string;
  readonly url: string;
  /** Bytes that the record names. */
  readonly size: number;
}

async function downloadOnce(
  line: Line,
  { operation, url, size }: Download,
  onProgress: Progress | undefined,
): Promise<Tried> {
  const call = { operation, method: 'GET', url, repeat: 'safe', success: [200] } as const;
  try {
    const answer = await sendWithinOrigin(line, { ...call, accept: '*/*', decode: neverDecoded });
    const { status, headers } = answer;
    if (status !== 200) {
      await drain(answer.body);
      const { origin } = line.address;
      const error = (attempts: number) =>
        refusalError({ operation, status, json: undefined, effect: 'none', origin, attempts });
      return { outcome: { kind: 'answer', status, headers }, error };
    }
    const tap = digestingTap(onProgress);
    await drain(tap.pass(answer.body));
    const seen = tap.seen();
    return seen.size < size ? cutShort(operation, `after ${seen.size} of ${size} bytes`) : { seen };
  } catch (thrown) {
    if (isCodedError(thrown)) throw thrown;
    const breakage = explainBreakage(thrown);
    if (breakage === undefined) throw thrown;
    return { ...cutShort(operation, `because ${breakage.reason}`), outcome: breakage.outcome };
  }
}

function cutShort(operation: string, how: string) {
  const error = (attempts: number) =>
    zenodoError(
      'NZ5016',
      { operation, effect: 'none' },
      {
        message: `Could not ${operation}: the bytes stopped ${how}, ${attempts} times.`,
        cure: 'Run the verification again later.',
      },
    );
  return { outcome: { kind: 'broken' } as Outcome, error };
}

function neverDecoded(): never {
  throw new Error('The bytes of a file are not decoded.');
}

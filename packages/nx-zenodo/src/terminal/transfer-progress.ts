import { byteCount } from './byte-count.js';

/** How far one file has gone. Times are milliseconds of one clock. */
export interface Transfer {
  readonly key: string;
  readonly done: number;
  readonly size: number;
  readonly startedAt: number;
  readonly now: number;
}

/** `data.zip  1.2 GB of 4.0 GB (30 %), 85.1 MB/s, 33 s left`; without rate until a second has passed. */
export function formatTransfer({ key, done, size, startedAt, now }: Transfer): string {
  const share = size === 0 ? 100 : Math.floor((100 * done) / size);
  const head = `${key}  ${byteCount(done)} of ${byteCount(size)} (${share} %)`;
  const seconds = (now - startedAt) / 1000;
  if (seconds < 1 || done === 0) return head;
  const rate = done / seconds;
  return `${head}, ${byteCount(rate)}/s, ${duration((size - done) / rate)} left`;
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

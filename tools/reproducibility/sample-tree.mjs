// A tree with what archives trip over: empty files, names that are not ASCII, deep folders, executables, text
// and noise smaller and larger than a block. The same content at every call; order and times as asked.
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const noise = (seed, length) =>
  createHash('shake256', { outputLength: length }).update(seed).digest();
const text = (seed, length) => {
  const words = Array.from({ length: 300 }, (_, at) =>
    noise(`${seed}${at}`, 5)
      .toString('hex')
      .slice(0, 3 + (at % 7)),
  );
  const picks = noise(seed, Math.ceil(length / 3));
  let out = '';
  for (let at = 0; out.length < length; at += 1)
    out += `${words[(picks[at % picks.length] * 7) % 300]} `;
  return Buffer.from(out.slice(0, length));
};

function files() {
  const all = [
    ['empty', Buffer.alloc(0)],
    ['.hidden', Buffer.from('x')],
    ['bin/run.sh', Buffer.from('#!/bin/sh\necho hello\n'), true],
    ['données/Σύνολο 😀.csv', text('csv', 40_000)],
    ['big/text.txt', text('big', 3_000_000)],
    ['big/noise.bin', noise('big', 2_500_000)],
    ['big/one-block.txt', text('block', 1 << 20)],
    [`${'deep/'.repeat(30)}leaf`, text('leaf', 500)],
  ];
  for (let at = 0; at < 700; at += 1)
    all.push([`many/${at % 9}/f${at}.md`, text(`f${at}`, 50 + (at % 200) * 40)]);
  return all;
}

/** Writes the tree; `reversed` changes the order of directory entries, `time` the modification times. */
export function writeSampleTree(root, { reversed = false, time = 1_600_000_000 } = {}) {
  const list = reversed ? files().reverse() : files();
  for (const [path, bytes, executable] of list) {
    const target = join(root, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    if (executable === true) chmodSync(target, 0o755);
    utimesSync(target, time, time);
  }
}

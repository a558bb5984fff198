// What one writes first: read the list, hash each file with hasha, compare.
//   node tools/bench/fixity-hasha-loop.mjs LIST (paths in it are relative to the current folder)
import { hashFile } from 'hasha';
import { readFileSync } from 'node:fs';

const lines = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean);
for (const line of lines) {
  const digest = await hashFile(line.slice(66), { algorithm: 'sha256' });
  if (digest !== line.slice(0, 64)) throw new Error(`${line.slice(66)} has changed`);
}

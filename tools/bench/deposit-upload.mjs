// Uploads what standard input names, as a deposit does; tells its peak memory.
import { text } from 'node:stream/consumers';
import { createZenodoClient } from '@nx-zenodo/zenodo-client';

const { apiUrl, token, parallel, filled } = JSON.parse(await text(process.stdin));
const client = createZenodoClient({ apiUrl, token });
const queue = [];
for (const { draft, files } of filled) {
  const { value } = await client.readDeposition(draft.id);
  for (const file of files) queue.push({ draft: value, file });
}
const work = async () => {
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { stored, sent } = await client.uploadFile(next.draft, next.file);
    if (stored.md5 !== sent.md5 || sent.sha256.length !== 64) throw new Error('not what was sent');
  }
};
await Promise.all(Array.from({ length: parallel }, work));
await client.close();
console.log(JSON.stringify({ megabytes: process.resourceUsage().maxRSS / 1024 }));

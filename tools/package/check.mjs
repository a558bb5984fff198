// What a user of the packed packages would trip over: publint's verdict on each, and files that are missing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

let wrong = 0;
for (const folder of readdirSync('packages', { withFileTypes: true }).filter((e) =>
  e.isDirectory(),
)) {
  const pkgDir = join('packages', folder.name);
  const pkg = JSON.parse(readFileSync(join(pkgDir, 'package.json'), 'utf8'));
  const { messages } = await publint({ pkgDir, strict: true });
  for (const message of messages) {
    wrong += 1;
    console.error(`✗ ${pkg.name}: ${formatMessage(message, pkg)}`);
  }
}
console.log(`packages: ${wrong === 0 ? 'all fit to publish' : `${wrong} findings`}`);
if (wrong > 0) process.exit(1);

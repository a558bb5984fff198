// Serves one of the forges under test to other processes: `serve-forge.ts KIND TAG…`. Prints one line of JSON with
// the remote of git, the base of the API and the token, and ends on SIGTERM. Releases begin with a body of their own.
import type { ForgeKind } from '../forge.js';
import { startForge } from './forges.js';

const kinds: readonly ForgeKind[] = ['github', 'gitlab', 'forgejo'];
const [kind = '', ...tags] = process.argv.slice(2);
const known = kinds.find((one) => one === kind);
if (known === undefined) throw new Error(`"${kind}" is none of ${kinds.join(', ')}`);
const forge = await startForge(known);
for (const tag of tags) forge.store.add(tag, { body: `What is new in ${tag}.` });
const { origin, owner, name, apiUrl } = forge.location;
process.once('SIGTERM', () => void forge.close());
const told = { remote: `${origin}/${owner}/${name}.git`, apiUrl, token: forge.token };
process.stdout.write(`${JSON.stringify(told)}\n`);

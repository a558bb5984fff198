import { startSandbox } from '../server/start-sandbox.js';

// A server in a process of its own, which a test may kill: it says where it listens and waits.
const { url } = await startSandbox({ store: process.argv[2] ?? '' });
process.stdout.write(`${url}\n`);

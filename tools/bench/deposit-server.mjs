// The local Zenodo of the benchmark, as a process of its own.
import { startSandbox } from '@nx-zenodo/zenodo-sandbox';

const { apiUrl, token } = await startSandbox({ store: process.argv[2] });
process.send({ apiUrl, token });

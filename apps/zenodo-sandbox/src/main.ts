import { runCommand } from '@nx-zenodo/zenodo-sandbox';

// The local Zenodo of this workspace behind its port: the same store that deploy uses.
process.exitCode = await runCommand(process.argv.slice(2));

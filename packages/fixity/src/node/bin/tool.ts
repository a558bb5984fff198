import { readFile } from 'node:fs/promises';

/** Name and version of this tool, as its reports give them. */
export async function readTool(): Promise<{
  name: string;
  version: string;
  informationUri: string;
}> {
  const description = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  const { name, version } = JSON.parse(description) as { name: string; version: string };
  return { name, version, informationUri: `https://www.npmjs.com/package/${name}` };
}

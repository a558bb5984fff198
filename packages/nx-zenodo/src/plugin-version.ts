/** Version of this package; held equal to package.json by a test. */
export const pluginVersion = '0.1.0';

/** How reports name the tool that made them. */
export const sarifTool = {
  name: 'nx-zenodo',
  version: pluginVersion,
  informationUri: 'https://www.npmjs.com/package/nx-zenodo',
} as const;

import { isObject } from '../../loose-json/loose-value.js';
import { readJsonObject } from '../json-text/read-json.js';
import { setJsonValues } from '../json-text/set-json-values.js';

const plugin = 'nx-zenodo/plugin';

/** nx.json with the plugin in it, once; the same text when it is there already, in either form. */
export function withPlugin(nxJson: string): string {
  const { plugins } = readJsonObject(nxJson, 'nx.json');
  if (!Array.isArray(plugins)) {
    return setJsonValues(nxJson, [{ path: ['plugins'], value: [plugin] }]);
  }
  const named = plugins.map((entry: unknown) => (isObject(entry) ? entry['plugin'] : entry));
  if (named.includes(plugin)) return nxJson;
  return setJsonValues(nxJson, [{ path: ['plugins', -1], value: plugin }]);
}

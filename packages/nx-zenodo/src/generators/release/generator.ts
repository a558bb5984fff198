import { generator } from '../run-generator.js';
import { addRelease } from './add-release.js';

export default generator('release', ({ tree, options, say }) => addRelease(tree, options, {}, say));

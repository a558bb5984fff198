import { citationStyles } from './citation.js';
import { filesStyles } from './files.js';
import { findingStyles } from './findings.js';
import { forcedColorStyles } from './forced-colors.js';
import { ground } from './ground.js';
import { listStyles } from './lists.js';
import { mastheadStyles } from './masthead.js';
import { previewStyles } from './preview.js';
import { printStyles } from './print.js';
import { prose } from './prose.js';
import { recordStyles } from './record.js';
import { tokens } from './tokens.js';

/** The one style sheet of every page. */
export const styles = [
  tokens,
  ground,
  mastheadStyles,
  recordStyles,
  prose,
  filesStyles,
  citationStyles,
  listStyles,
  findingStyles,
  previewStyles,
  forcedColorStyles,
  printStyles,
].join('');

import { citationsScript } from './citations.js';
import { copyScript } from './copy.js';
import { themeScript } from './theme.js';

/**
 * The one script of every page. It stands in the head, so that the theme is set before the first paint;
 * the rest waits for the document. Without it every page still shows everything.
 */
export const script = `(() => {
'use strict';
${themeScript}${copyScript}${citationsScript}
addEventListener('DOMContentLoaded', () => { wireTheme(); wireCopy(); wireCitations(); });
})();`;

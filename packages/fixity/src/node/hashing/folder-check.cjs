'use strict';
const { lstatSync } = require('node:fs');

/** @typedef {import('../../findings/file-findings.js').FileProblem} FileProblem */

/**
 * Looks at the folders above the files, each once: O_NOFOLLOW guards only the last step of a path. What was a
 * folder at the first look must be the same folder at the end.
 */
class FolderCheck {
  /** @param {string} base */
  constructor(base) {
    this.base = base;
    /** @type {Map<string, string>} */
    this.seen = new Map();
    this.last = '';
  }

  /**
   * What keeps the files of this folder from being read. Folders that are missing are not remembered, so that the
   * folders on the disk, never a hostile list, decide how much is kept.
   * @param {string} folder
   * @returns {FileProblem | undefined}
   */
  problem(folder) {
    if (folder === this.last || folder === '') return undefined;
    if (!this.seen.has(folder)) {
      const slash = folder.lastIndexOf('/');
      const above = this.problem(folder.slice(0, Math.max(slash, 0)));
      if (above !== undefined) return above;
      const entry = lstatSync(`${this.base}/${folder}`, { throwIfNoEntry: false });
      if (entry?.isSymbolicLink()) return { kind: 'link', at: folder };
      if (!entry?.isDirectory()) return { kind: 'missing' };
      this.seen.set(folder, identity(entry));
    }
    this.last = folder;
    return undefined;
  }

  /** The folders that are no longer what they were. */
  moved() {
    return [...this.seen].flatMap(([folder, before]) => {
      const entry = lstatSync(`${this.base}/${folder}`, { throwIfNoEntry: false });
      return entry !== undefined && identity(entry) === before ? [] : [folder];
    });
  }
}

/** @param {import('node:fs').Stats} entry */
function identity(entry) {
  return `${entry.dev}:${entry.ino}:${entry.isDirectory()}`;
}

module.exports = { FolderCheck };

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
   * What keeps the files of this folder from being read. From the top down to the first that is missing, and what
   * is missing is not remembered: the folders on the disk, never a hostile list, decide what this costs.
   * @param {string} folder
   * @returns {FileProblem | undefined}
   */
  problem(folder) {
    if (folder === this.last || folder === '') return undefined;
    for (let end = 0; end < folder.length;) {
      const slash = folder.indexOf('/', end + 1);
      end = slash === -1 ? folder.length : slash;
      const problem = this.look(folder.slice(0, end));
      if (problem !== undefined) return problem;
    }
    this.last = folder;
    return undefined;
  }

  /**
   * @param {string} folder
   * @returns {FileProblem | undefined}
   */
  look(folder) {
    if (this.seen.has(folder)) return undefined;
    const entry = lstatSync(`${this.base}/${folder}`, { throwIfNoEntry: false });
    if (entry?.isSymbolicLink()) return { kind: 'link', at: folder };
    if (!entry?.isDirectory()) return { kind: 'missing' };
    this.seen.set(folder, identity(entry));
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

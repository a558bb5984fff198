'use strict';
const { constants } = require('node:fs');

/** @typedef {import('../../findings/file-findings.js').FileProblem} FileProblem */

// O_NOFOLLOW: a link put there since lstat is refused. O_NONBLOCK: a FIFO put there does not hang the run.
const readingFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * The order is the protocol between threads: a row's status is two more than the place of its problem.
 * @type {readonly FileProblem['kind'][]}
 */
const problemKinds = ['missing', 'link', 'not-regular', 'unstable', 'unreadable'];

/**
 * What keeps an entry that lstat saw from being read; undefined for a regular file.
 * @param {import('node:fs').Stats | undefined} entry
 * @param {string} path
 * @returns {FileProblem | undefined}
 */
function entryProblem(entry, path) {
  if (entry === undefined) return { kind: 'missing' };
  if (entry.isFile()) return undefined;
  if (entry.isSymbolicLink()) return { kind: 'link', at: path };
  if (entry.isDirectory()) return { kind: 'not-regular', what: 'directory' };
  if (entry.isFIFO()) return { kind: 'not-regular', what: 'named pipe' };
  if (entry.isSocket()) return { kind: 'not-regular', what: 'socket' };
  const what = entry.isBlockDevice() ? 'block device' : 'character device';
  return { kind: 'not-regular', what };
}

/**
 * The `code` of a system error; not asked by `instanceof`, which fails across realms.
 * @param {unknown} error
 * @returns {string}
 */
function errorCode(error) {
  return typeof error === 'object' && error !== null && 'code' in error
    ? String(error.code)
    : String(error);
}

/**
 * What a system error says of the path that was opened or read.
 * @param {unknown} error
 * @param {string} path
 * @returns {FileProblem}
 */
function systemProblem(error, path) {
  const code = errorCode(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  if (code === 'ELOOP') return { kind: 'link', at: path };
  return { kind: 'unreadable', reason: code };
}

module.exports = { entryProblem, errorCode, problemKinds, readingFlags, systemProblem };

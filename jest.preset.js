// Jest for pure ESM packages: the runner is started with --experimental-vm-modules, so that
// ES modules (hasha uses top-level await) are loaded as they are and nothing is turned into CommonJS.
/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  // For what hangs, not for what is slow: on a busy machine a process or a server takes long to start.
  testTimeout: 120_000,
  testEnvironmentOptions: {
    customExportConditions: ['@nx-zenodo/source', 'node', 'node-addons'],
  },
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'es6' },
      },
    ],
  },
  coverageDirectory: 'dist/coverage',
  collectCoverageFrom: ['src/**/*.ts', '!src/**/*.spec.ts'],
};

const preset = require('../../jest.preset.js');

// Each spec installs and drives whole workspaces: minutes, not milliseconds.
module.exports = {
  ...preset,
  displayName: 'e2e',
  testMatch: ['**/*.e2e.spec.ts'],
  globalSetup: './serving/start.mjs',
  globalTeardown: './serving/stop.mjs',
  testTimeout: 300_000,
  maxWorkers: 1,
};

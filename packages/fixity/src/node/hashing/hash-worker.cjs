'use strict';
const { parentPort } = require('node:worker_threads');
const { RowHasher } = require('./hash-rows.cjs');

parentPort?.on('message', (job) => {
  const run = new RowHasher(job).run();
  let step = run.next();
  while (step.done !== true) step = run.next();
  parentPort?.postMessage(step.value);
});

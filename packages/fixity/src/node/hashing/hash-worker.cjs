'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { RowHasher } = require('./hash-rows.cjs');

const run = new RowHasher(workerData).run();
let step = run.next();
while (step.done !== true) step = run.next();
parentPort?.postMessage(step.value);

// Loaded before everything else in the processes of a documented command: connections to zenodo.org and
// sandbox.zenodo.org go to a relay on this machine instead (see stand-in-relay.ts). Nothing of ours knows of it, so the
// commands run as they are written, addresses and all.
'use strict';
const net = require('node:net');
const tls = require('node:tls');

const ports = new Map(
  (process.env.DOCS_STAND_IN ?? '')
    .split(',')
    .filter(Boolean)
    .map((pair) => pair.split('=')),
);
const connect = tls.connect;
tls.connect = function connectOrStandIn(...args) {
  const [options] = args;
  const port = ports.get(options?.servername ?? options?.host);
  if (port === undefined) return connect.apply(tls, args);
  const socket = net.connect({ host: '127.0.0.1', port: Number(port) });
  socket.once('connect', () => socket.emit('secureConnect'));
  return socket;
};

// Loaded before everything else (--import), it stands for a Node that was built with another zlib: what it
// compresses can be read by all, and has other bytes.
import { syncBuiltinESMExports } from 'node:module';
import zlib from 'node:zlib';

const { deflateRaw, deflateRawSync } = zlib;
zlib.deflateRawSync = (bytes, options) => deflateRawSync(bytes, { ...options, memLevel: 4 });
zlib.deflateRaw = (bytes, options, done) => deflateRaw(bytes, { ...options, memLevel: 4 }, done);
syncBuiltinESMExports();

/** `node -r ./test/swc-register.cjs file.ts` runs TypeScript sources with decorators and `@app/*`, without a build. */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const { join, resolve } = require('node:path');
const swc = require('@swc/core');

const root = resolve(__dirname, '..');
const options = JSON.parse(readFileSync(join(root, '.swcrc.jest.json'), 'utf8'));

Module._extensions['.ts'] = (module, filename) => {
  const { code } = swc.transformFileSync(filename, {
    ...options,
    swcrc: false,
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};

const resolveFilename = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const feature = /^@app\/([^/]+)$/.exec(request);
  const target = feature ? join(root, 'libs', feature[1], 'src', 'index.ts') : request;
  return resolveFilename.call(this, target, ...rest);
};

process.setSourceMapsEnabled(true);
require('reflect-metadata');

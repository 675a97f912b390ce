/**
 * Jest transformer for node_modules: an ES module becomes CommonJS, and so does a CommonJS file that imports one
 * at run time (`await import(…)`); everything else passes unchanged. Jest on Node 20 cannot load ES modules from a
 * CommonJS test, and NestJS ships ES modules only.
 */
const { createHash } = require('node:crypto');
const { existsSync, readFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const swc = require('@swc/core');

const moduleTypes = new Map();

function moduleTypeOf(directory) {
  let type = moduleTypes.get(directory);
  if (type === undefined) {
    const manifest = join(directory, 'package.json');
    if (existsSync(manifest)) type = JSON.parse(readFileSync(manifest, 'utf8')).type ?? 'commonjs';
    else type = dirname(directory) === directory ? 'commonjs' : moduleTypeOf(dirname(directory));
    moduleTypes.set(directory, type);
  }
  return type;
}

function isEsModule(file) {
  return file.endsWith('.mjs') || (file.endsWith('.js') && moduleTypeOf(dirname(file)) === 'module');
}

function toCommonJs(source, file) {
  return swc.transformSync(source, {
    filename: file,
    swcrc: false,
    sourceMaps: false,
    jsc: { target: 'es2022', parser: { syntax: 'ecmascript' } },
    module: { type: 'commonjs' },
  }).code;
}

function importsAtRunTime(source) {
  return /\bawait import\(/.test(source);
}

module.exports = {
  getCacheKey: (source, file) => createHash('sha1').update(`2${swc.version}${file}\0${source}`).digest('hex'),
  process: (source, file) => ({
    code: isEsModule(file) || importsAtRunTime(source) ? toCommonJs(source, file) : source,
  }),
};

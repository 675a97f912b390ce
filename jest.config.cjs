const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const swc = JSON.parse(readFileSync(join(__dirname, '.swcrc.jest.json'), 'utf8'));

module.exports = {
  rootDir: __dirname,
  testEnvironment: '<rootDir>/test/node-environment.cjs',
  maxWorkers: 2,
  testTimeout: 30_000,
  testMatch: ['<rootDir>/test/**/*.spec.ts', '<rootDir>/{apps,libs}/*/src/**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/bench/'],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/\\.data/'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', { ...swc, swcrc: false, module: { type: 'commonjs' } }],
    '/node_modules/.+\\.m?js$': '<rootDir>/test/esm-to-cjs.cjs',
  },
  transformIgnorePatterns: [],
  moduleNameMapper: { '^@app/([^/]+)$': '<rootDir>/libs/$1/src', '^@/(.*)$': '<rootDir>/apps/web/src/$1' },
  globalSetup: '<rootDir>/test/global-setup.ts',
  globalTeardown: '<rootDir>/test/global-teardown.ts',
  setupFiles: ['reflect-metadata'],
};

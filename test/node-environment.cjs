/**
 * Jest's environment for Node, except that a module compiled once is not compiled from its text for the next test
 * file of the same process: each file evaluates all its modules anew, and most of their cost was V8 reading them.
 */
const vm = require('node:vm');
const { TestEnvironment } = require('jest-environment-node');

/** The compiled form of each text, as V8 gives it out; V8 itself refuses one that does not fit and compiles anew. */
const compiled = new Map();

const { compileFunction } = vm;
vm.compileFunction = (text, parameters, options) => {
  const cachedData = compiled.get(text);
  const made = compileFunction(text, parameters, {
    ...options,
    ...(cachedData ? { cachedData } : { produceCachedData: true }),
  });
  // A copy: what V8 gives out belongs to the world of the test file, and would keep all of it in memory.
  if (made.cachedData) compiled.set(text, Buffer.from(made.cachedData));
  delete made.cachedData;
  return made;
};

module.exports = TestEnvironment;

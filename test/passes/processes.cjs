/** Programs that a run starts: their output goes to the same terminal, and nothing outlives the run. */
const { spawn } = require('node:child_process');
const { createServer } = require('node:net');
const { resolve } = require('node:path');

const ROOT = resolve(__dirname, '../..');
const running = new Set();
const endings = new Set();
let interrupted = false;

const FOREIGN_SETTINGS =
  /^(DATABASE_|REDIS_URL|SMTP_URL|PUBLIC_URL$|CLOCK_START$|DATA_DIR$|PORT$|HOST$|ADMIN_|OIDC_|NODE_ENV$|REGISTER_CONTENT$|COUNTRY_PROFILE$|TRUST_PROXY$|MAIL_FROM$|LOG_LEVEL$|NODE_OPTIONS$|TEST_DATABASE_)/;

/** A run depends on the checkout, not on what is set in the caller's shell. */
function forgetForeignSettings() {
  for (const name of Object.keys(process.env)) if (FOREIGN_SETTINGS.test(name)) delete process.env[name];
}

/**
 * Runs a program to its end and answers its exit code; 1 when a signal ended it or it did not start. With `tell` what
 * it says is told in pieces instead of going to the terminal.
 */
function run(command, args, env = {}, tell = undefined) {
  if (interrupted) return Promise.resolve(1);
  return new Promise((done) => {
    const output = tell ? 'pipe' : 'inherit';
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
    });
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', tell);
    running.add(child);
    child.once('error', (error) => {
      console.error(error.message);
      running.delete(child);
      done(1);
    });
    child.once('exit', () => running.delete(child));
    // Not before its last words have arrived.
    child.once('close', (code) => done(code ?? 1));
  });
}

/** Remembers what stops a server, until `stop` of the answer was called. */
function stopAtTheEnd(stop) {
  const once = async () => {
    if (endings.delete(once)) await stop();
  };
  endings.add(once);
  return once;
}

/** Ctrl-C and SIGTERM end the programs first, then the servers, then this process. */
function stopOnSignals() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      if (interrupted) return;
      interrupted = true;
      const children = [...running];
      for (const child of children) child.kill('SIGTERM');
      Promise.all(children.map((child) => new Promise((ended) => child.once('exit', ended))))
        .then(() => Promise.all([...endings].map((end) => end())))
        .finally(() => process.exit(130));
    });
  }
}

/**
 * A loopback port that was free a moment ago, below those that the system gives to outgoing connections: one of
 * these may be anybody's a moment later.
 */
function freePort() {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  return new Promise((found, failed) => {
    const probe = createServer().once('error', (error) =>
      error.code === 'EADDRINUSE' ? found(freePort()) : failed(error),
    );
    probe.listen(port, '127.0.0.1', () => probe.close(() => found(port)));
  });
}

module.exports = { ROOT, forgetForeignSettings, freePort, run, stopAtTheEnd, stopOnSignals };

import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { TestServer } from './database-server';

/** What the broker is asked for a template with the register of Morocco; anything else is a question for the server. */
export const WITH_CONTENT = '/with-content';

/** Hands the facts of one throw-away database server to every test process of a run. */
export interface DatabaseBroker {
  url: string;
  stop(): Promise<void>;
}

/**
 * Listens on a loopback port and starts the server at the first question, so that a run of unit tests starts none.
 * The server lives in a child process: it needs decorators and path aliases, which Jest's set-up does not resolve,
 * and it stops by itself when Jest is killed.
 */
export async function startDatabaseBroker(): Promise<DatabaseBroker> {
  let child: ChildProcess | undefined;
  let server: Promise<TestServer> | undefined;

  const launch = (): Promise<TestServer> => {
    const started = start('database-server.ts');
    child = started;
    return new Promise((found, failed) => {
      started.once('message', (message) => found(message as TestServer));
      started.once('error', failed);
      started.once('exit', (code) =>
        failed(new Error(`The test database server ended with code ${code}; see its output above.`)),
      );
    });
  };

  let content: Promise<string> | undefined;
  const loadContent = async (facts: TestServer): Promise<string> => {
    const template = `${facts.template}_with_content`;
    const loading = start('load-content.ts', JSON.stringify(facts), template);
    const [code] = (await once(loading, 'exit')) as [number | null];
    if (code !== 0) throw new Error(`The content was not loaded, code ${code}; see the output above.`);
    return template;
  };

  const http = createServer((request, response) => {
    // A test process asks now and then: an idle connection that we close would break its next question.
    response.setHeader('connection', 'close');
    server ??= launch();
    const asked = request.url === WITH_CONTENT ? (content ??= server.then(loadContent)) : server;
    asked.then(
      (facts) => response.end(JSON.stringify(facts)),
      (error: Error) => response.writeHead(500).end(error.message),
    );
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');

  return {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async stop() {
      http.closeAllConnections();
      http.close();
      if (child && child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.disconnect();
        await ended;
      }
    },
  };
}

/** Runs a file of this folder in a process of its own, where decorators and path aliases are known. */
function start(file: string, ...args: string[]): ChildProcess {
  return fork(resolve(__dirname, file), args, {
    execArgv: ['-r', resolve(__dirname, '../swc-register.cjs')],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
}

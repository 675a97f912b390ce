import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import type { TestServer, Told } from './database-server';

/** What the broker is asked for a template with the register of Morocco; anything else is a question for the server. */
export const WITH_CONTENT = '/with-content';

/** Asks the server's process for a template that holds the register of Morocco; it is made once. */
export const ASK_FOR_CONTENT = 'with content';

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
    child = fork(resolve(__dirname, 'database-server.ts'), [], {
      execArgv: ['-r', resolve(__dirname, '../swc-register.cjs')],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    return nextWord(child, (told) => ('server' in told ? told.server : undefined));
  };

  let content: Promise<string> | undefined;
  const withContent = async (): Promise<string> => {
    await (server ??= launch());
    if (!child) throw new Error('the test database server is not there');
    const made = nextWord(child, (told) => ('withContent' in told ? told.withContent : undefined));
    child.send(ASK_FOR_CONTENT);
    return made;
  };

  const http = createServer((request, response) => {
    // A test process asks now and then: an idle connection that we close would break its next question.
    response.setHeader('connection', 'close');
    const asked = request.url === WITH_CONTENT ? (content ??= withContent()) : (server ??= launch());
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

/** The first thing that the server's process tells and `read` takes; refused when it fails or goes. */
function nextWord<Word>(child: ChildProcess, read: (told: Told) => Word | undefined): Promise<Word> {
  return new Promise((found, failed) => {
    child.on('message', (message) => {
      const told = message as Told;
      if ('failed' in told) failed(new Error(told.failed));
      const word = read(told);
      if (word !== undefined) found(word);
    });
    child.once('error', failed);
    child.once('exit', (code) =>
      failed(new Error(`The test database server ended with code ${code}; see its output above.`)),
    );
  });
}

import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** What the server answers to a recipient, instead of taking the mail. */
export interface Refusal {
  readonly code: number;
  readonly text: string;
}

/** A mail server on a loopback port that keeps what it takes. */
export interface MailServer {
  readonly url: string;
  readonly taken: Email[];
  /** Answers with this from now on; null to take mail again. */
  refuse(refusal: Refusal | null): void;
  /** Keeps mail without saying so from now on, or says so again. */
  keepSilent(silent: boolean): void;
  close(): Promise<void>;
}

/** @param pause milliseconds between keeping a mail and saying so, in which a sender may vanish. */
export async function startMailServer({ pause = 0 } = {}): Promise<MailServer> {
  const taken: Email[] = [];
  let refusal: Refusal | null = null;
  let silent = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, answer) => {
      if (refusal === null) return answer();
      answer(Object.assign(new Error(refusal.text), { responseCode: refusal.code }));
    },
    onData: (stream, _session, answer) => {
      buffer(stream)
        .then((content) => PostalMime.parse(content))
        .then((mail) => {
          taken.push(mail);
          if (!silent) setTimeout(answer, pause);
        }, answer);
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    refuse: (answer) => {
      refusal = answer;
    },
    keepSilent: (wish) => {
      silent = wish;
    },
    close: () => new Promise((closed) => server.close(closed)),
  };
}

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
  close(): Promise<void>;
}

export async function startMailServer(): Promise<MailServer> {
  const taken: Email[] = [];
  let refusal: Refusal | null = null;
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
          answer();
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
    close: () => new Promise((closed) => server.close(closed)),
  };
}

import { createHash } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable, OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@app/kernel';
import { Transporter, createTransport } from 'nodemailer';
import { Settings } from '../config/settings';
import { newId } from '../database/ids';
import { Mail, MailReceipt, MailRefusedForGood } from './mail';

const SMTP_TIMEOUT_MS = 20_000;

/** The file of a mail: the hash of its Message-ID, so that a repeat overwrites itself. */
export function outboxFileName(messageId: string): string {
  return `${createHash('sha256').update(messageId).digest('hex')}.eml`;
}

/** Sends mail through `SMTP_URL`, or writes it under `DATA_DIR/outbox` when there is no server. */
@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;
  private readonly composer: Transporter;

  constructor(
    @Inject(Settings) private readonly settings: Settings,
    private readonly clock: Clock,
  ) {
    this.composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
    this.transport = settings.smtpUrl
      ? createTransport({
          url: settings.smtpUrl,
          pool: true,
          maxConnections: 10,
          maxMessages: 500,
          connectionTimeout: SMTP_TIMEOUT_MS,
          greetingTimeout: SMTP_TIMEOUT_MS,
          socketTimeout: SMTP_TIMEOUT_MS,
        } as object)
      : this.composer;
  }

  /**
   * Answers once the mail is accepted by the server or safe on the disk.
   * @throws MailRefusedForGood on a 5xx; any other error may pass.
   */
  async send(mail: Mail): Promise<MailReceipt> {
    const message = {
      from: this.settings.mailFrom,
      to: [...mail.to],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: `<${mail.messageId}>`,
      date: this.clock.now(),
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': mail.language },
    };
    if (this.settings.smtpUrl) {
      const { accepted } = (await this.transport.sendMail(message).catch((error: unknown) => {
        throw asMailError(error);
      })) as { accepted: string[] };
      return { transport: 'smtp', file: null, accepted };
    }
    const { message: content } = (await this.composer.sendMail(message)) as unknown as { message: Buffer };
    return { transport: 'file', file: await this.writeFile(mail.messageId, content), accepted: mail.to };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.resolve(this.transport.close());
  }

  private async writeFile(messageId: string, content: Buffer): Promise<string> {
    const folder = join(this.settings.dataDir, 'outbox');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = outboxFileName(messageId);
    const draft = join(folder, `.${name}.${newId()}`);
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, join(folder, name));
    return name;
  }
}

/** Only an answer to recipients or content is about this mail; a refused sender, password or greeting is about us and passes. */
/** The error without the words of the server, which may repeat addresses: its reply code, and the extended one. */
function asMailError(error: unknown): Error {
  const { responseCode, response, code } = error as {
    responseCode?: number;
    response?: string;
    code?: string;
  };
  if (responseCode === undefined)
    return new Error(`the mail server cannot be used: ${code ?? 'unknown reason'}`);
  const extended = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response ?? '')?.[1];
  const reply = extended ? `${responseCode} ${extended}` : String(responseCode);
  return responseCode >= 500 && responseCode < 600
    ? new MailRefusedForGood(reply)
    : new Error(`the mail server did not take it now: ${reply}`);
}

import { Inject, Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { monotonicMilliseconds } from '../clock/machine-clock';
import { Settings } from '../config/settings';

const PATIENCE_MS = 3_000;

/** Asked no more often: a mail server that is knocked at all day shuts its door. */
const KEPT_MS = 60_000;

/** Knocks at the mail server: it is greeted, and signed in to where the address says so; nothing is sent. */
@Injectable()
export class MailServerProbe {
  private kept: { readonly answers: Promise<boolean>; readonly at: number } | null = null;

  constructor(@Inject(Settings) private readonly settings: Settings) {}

  /** Null without a mail server: mails are kept as files. */
  async answers(): Promise<boolean | null> {
    const { smtpUrl } = this.settings;
    if (!smtpUrl) return null;
    const now = monotonicMilliseconds();
    if (this.kept === null || now - this.kept.at > KEPT_MS) this.kept = { answers: knock(smtpUrl), at: now };
    return this.kept.answers;
  }
}

async function knock(url: string): Promise<boolean> {
  const patience = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  const transport = createTransport({ url, ...patience } as object);
  try {
    await transport.verify();
    return true;
  } catch {
    return false;
  } finally {
    transport.close();
  }
}

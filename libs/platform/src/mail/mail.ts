import type { Language } from '@app/kernel';

/** One mail, rendered. `messageId` is without angle brackets and the same for every repeat of the same mail. */
export interface Mail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly language: Language;
}

/** How the mail server, or the file outbox, took a mail. */
export interface MailReceipt {
  readonly transport: 'smtp' | 'file';
  /** Name of the file under `DATA_DIR/outbox`; null for mail that went to a server. */
  readonly file: string | null;
  /** The addresses that were taken; a server may refuse some of several. */
  readonly accepted: readonly string[];
}

/**
 * The server refused for good (5xx): sending again cannot help. Only its codes are kept: its words may repeat
 * addresses.
 */
export class MailRefusedForGood extends Error {
  constructor(readonly response: string) {
    super(`refused by the mail server: ${response}`);
    this.name = 'MailRefusedForGood';
  }
}

import { LocalizedTextResponse } from '@app/platform';

export class ToldAgreementResponse {
  id: string;
  reference: string;
  title: LocalizedTextResponse;
}

/** One alert that a mail told. */
export class ToldAlertResponse {
  occurrenceId: string;
  /** `deadline_ahead`, `deadline_passed`, `deadline_moved`, `agreement_suspended`, `agreement_resumed` or `impossible_data` */
  rule: string;
  /** Days from the deadline, negative before it; the number of the move for `deadline_moved`, of the legal step for an agreement */
  threshold: number;
  /** `commitment`, `milestone`, `agreement` or `finding` */
  subjectType: string;
  subjectId: string;
  /** `position:<id>`, `organisation:<id>` or `role:<name>` */
  recipient: string;
  agreement: ToldAgreementResponse;
}

/** A mail that went out. */
export class SentMailResponse {
  messageId: string;
  to: string[];
  subject: string;
  language: string;
  /** Only of mail written to a file, and never with a single-use link */
  body: string | null;
  /** `smtp` or `file` */
  transport: string;
  /** Name of the file under `DATA_DIR/outbox` */
  file: string | null;
  /** The rule, `several`, `invitation` or `password_reset` */
  topic: string;
  /** Mail that carries a single-use link is listed to those only who look after accounts */
  carriesLink: boolean;
  sentAt: string;
  /** The first hundred of what it tells. */
  messages: ToldAlertResponse[];
  /** How many alerts it tells. */
  messageCount: number;
}

export class SentMailPageResponse {
  items: SentMailResponse[];
  total: number;
  totalIsAtLeast?: boolean;
  nextCursor: string | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '@app/platform';
import { ALERT_RULES, type RuleCode } from '../domain/rules';

export class ToldAgreementResponse {
  id: string;
  reference: string;
  title: LocalizedTextResponse;
}

/** One alert that a mail told. */
export class ToldAlertResponse {
  occurrenceId: string;
  /** What it told, by the rule that did. */
  @ApiProperty({ type: String, enum: ALERT_RULES.map(({ code }) => code) })
  rule: RuleCode;
  /**
   * Days from the deadline or since the fact, negative before it, working days where the rule counts those; the number
   * of the move for `deadline_moved`, of the step for an event of an agreement or of a report
   */
  threshold: number;
  /** `commitment`, `milestone`, `report`, `agreement` or `finding` */
  subjectType: string;
  subjectId: string;
  /** `position:<id>`, `organisation:<id>` for its contacts, `representatives:<id>` of it, or `role:<name>` */
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

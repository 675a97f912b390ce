import { Injectable } from '@nestjs/common';
import type { LocalizedText } from '@app/kernel';
import { Page, PageRequest, Transactions, readPage } from '@app/platform';
import type { RuleCode } from '../domain/rules';

/** One alert that a mail told. */
export interface ToldAlert {
  readonly occurrenceId: string;
  readonly rule: RuleCode;
  readonly threshold: number;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly recipient: string;
  readonly agreement: { readonly id: string; readonly reference: string; readonly title: LocalizedText };
}

/** A mail that went out. */
export interface SentMail {
  readonly messageId: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly language: string;
  /** The text, as far as the register keeps it: only of mail written to a file, and never with a single-use link. */
  readonly body: string | null;
  readonly transport: string;
  readonly file: string | null;
  readonly topic: string;
  readonly carriesLink: boolean;
  readonly sentAt: string;
  readonly messages: readonly ToldAlert[];
  readonly messageCount: number;
}

/** Alerts listed with one mail; `messageCount` says how many there are. */
const MOST_TOLD = 100;

const COLUMNS = `m.message_id AS "messageId", m.recipients AS "to", m.subject, m.language, m.body, m.transport, m.file,
  m.topic, m.carries_link AS "carriesLink", to_char(m.sent_at, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "sentAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object(
            'occurrenceId', o.id, 'rule', o.rule, 'threshold', o.threshold, 'subjectType', o.subject_type,
            'subjectId', o.subject_id, 'recipient', n.recipient, 'agreement', jsonb_build_object('id', a.id,
            'reference', a.reference, 'title', jsonb_build_object('ar', a.title_ar, 'fr', a.title_fr, 'en', a.title_en)))
          ORDER BY o.deadline_date, n.id), '[]')
     FROM (SELECT * FROM alert_notification WHERE message_id = m.message_id ORDER BY id LIMIT ${MOST_TOLD}) AS n
     JOIN alert_occurrence o ON o.id = n.occurrence_id
     JOIN agreement a ON a.id = o.agreement_id) AS messages,
  (SELECT count(*)::int FROM alert_notification n WHERE n.message_id = m.message_id) AS "messageCount"`;

/** Reads the mails that went out. */
@Injectable()
export class SentMailRepository {
  constructor(private readonly transactions: Transactions) {}

  /** @param withLinks whether mails that carry a single-use link are among them. */
  async list(withLinks: boolean, page: PageRequest): Promise<Page<SentMail>> {
    const found = await readPage<SentMail>(
      this.transactions.reader,
      {
        select: COLUMNS,
        from: 'sent_mail m',
        conditions: withLinks ? [] : [{ sql: 'NOT m.carries_link', values: [] }],
        sort: {
          keys: [
            { sql: 'm.sent_at', type: 'timestamptz' },
            { sql: 'm.message_id', type: 'text' },
          ],
          descending: true,
        },
      },
      page,
    );
    return { ...found, items: found.items.map(sentMailOf) };
  }
}

/** Without the columns of the cursor. */
function sentMailOf(row: SentMail): SentMail {
  const { messageId, to, subject, language, body, transport, file, topic, carriesLink, sentAt } = row;
  const { messages, messageCount } = row;
  return {
    ...{ messageId, to, subject, language, body, transport, file, topic, carriesLink, sentAt },
    ...{ messages, messageCount },
  };
}

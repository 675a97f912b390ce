import { Injectable } from '@nestjs/common';
import type { CalendarDate, LocalizedText } from '@app/kernel';
import { Condition, Page, PageRequest, Transactions, joinConditions, readPage } from '@app/platform';
import type { AdverseWord, NoticeChannel, NoticeFacts, NoticeMailState } from '../domain/right-of-reply';
import { DECISION } from './decision.sql';
import { RAN_BEFORE_DECISION } from './notice.sql';

/** A notice, and the reply to it. */
export interface NoticeRow {
  readonly id: string;
  readonly agreementId: string;
  readonly reference: string;
  readonly commitmentId: string;
  readonly commitmentTitle: LocalizedText;
  readonly organisationId: string;
  readonly word: AdverseWord;
  readonly lastDay: CalendarDate;
  readonly channel: NoticeChannel;
  /** What became of the mail; null of a letter. */
  readonly mailState: NoticeMailState | null;
  readonly sentOn: CalendarDate;
  readonly repliesUntil: CalendarDate;
  readonly recordedOn: CalendarDate;
  readonly reply: string | null;
  readonly repliedOn: CalendarDate | null;
  readonly onBehalf: boolean;
}

/** A notice about a word, and what was replied to it. */
export interface ReplyToWord {
  readonly text: string | null;
  readonly on: CalendarDate | null;
  readonly noticeOf: CalendarDate;
}

/** A promise about which somebody wants to give notice. */
export interface NotifiedPromise extends Omit<NoticeFacts, 'today' | 'channel'> {
  readonly agreementId: string;
}

/** Who was told; of a record that was merged, the one that stays. A notice never changes whom it went to. */
export const TOLD = 'coalesce(told.merged_into, n.organisation_id)';

// A later version may drop the promise; what was said about it stays.
const NOTICES = `reply_notice n JOIN agreement a ON a.id = n.agreement_id
  LEFT JOIN commitment c ON c.id = n.commitment_id
  LEFT JOIN organisation told ON told.id = n.organisation_id`;

const NOTICE = `n.id, n.agreement_id AS "agreementId", a.reference, n.commitment_id AS "commitmentId",
  jsonb_build_object('ar', c.title_ar, 'fr', c.title_fr, 'en', c.title_en) AS "commitmentTitle",
  ${TOLD} AS "organisationId", n.word, n.last_day AS "lastDay", n.channel,
  n.mail_state AS "mailState", n.sent_on AS "sentOn",
  n.replies_until AS "repliesUntil", n.recorded_on AS "recordedOn", n.reply, n.replied_on AS "repliedOn",
  n.on_behalf AS "onBehalf"`;

/** Reads notices: all of them for the house, those to their own organisations for investors. */
@Injectable()
export class NoticeRepository {
  constructor(private readonly transactions: Transactions) {}

  /** The latest first. */
  list(conditions: readonly Condition[], page: PageRequest): Promise<Page<NoticeRow>> {
    return readPage<NoticeRow>(
      this.transactions.reader,
      {
        select: NOTICE,
        from: NOTICES,
        conditions,
        sort: { keys: [{ sql: 'n.id', type: 'uuid' }], descending: true },
      },
      page,
    );
  }

  async find(id: string, conditions: readonly Condition[]): Promise<NoticeRow | null> {
    const { where, values } = joinConditions([{ sql: 'n.id = ?', values: [id] }, ...conditions]);
    const [row] = await this.transactions.reader.query<NoticeRow[]>(
      `SELECT ${NOTICE} FROM ${NOTICES} ${where}`,
      values,
    );
    return row ?? null;
  }

  /** What was replied to the notice after which “not met” was decided, by commitment; none where nobody was heard. */
  async replies(ids: readonly string[]): Promise<ReadonlyMap<string, ReplyToWord>> {
    if (ids.length === 0) return new Map();
    const rows = await this.transactions.reader.query<(ReplyToWord & { readonly commitmentId: string })[]>(
      `SELECT DISTINCT ON (c.id) c.id AS "commitmentId", n.reply AS text, n.replied_on AS "on", n.sent_on AS "noticeOf"
         FROM commitment c JOIN reply_notice n ON ${RAN_BEFORE_DECISION}
        WHERE c.id = ANY ($1::uuid[]) ORDER BY c.id, n.id`,
      [ids],
    );
    return new Map(rows.map((row) => [row.commitmentId, row]));
  }

  /** A promise in scope, for notice about it; null when there is none with this id. */
  async promise(commitmentId: string, scope: readonly Condition[]): Promise<NotifiedPromise | null> {
    const { where, values } = joinConditions([{ sql: 'c.id = ?', values: [commitmentId] }, ...scope]);
    const [row] = await this.transactions.reader.query<NotifiedPromise[]>(
      `SELECT c.agreement_id AS "agreementId", a.legal_state AS "legalState", c.last_day AS "lastDay",
              ${DECISION} IS NOT NULL AS decided, p.organisation_id AS "organisationId",
              EXISTS (SELECT FROM personal_value v WHERE v.kind = 'contact' AND v.organisation_id = p.organisation_id)
                AS "isReachable"
         FROM commitment c JOIN agreement a ON a.id = c.agreement_id
         LEFT JOIN party p ON p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id ${where}`,
      values,
    );
    return row ?? null;
  }
}

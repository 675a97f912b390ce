import { type CalendarDate, type FieldViolation, type Hindrance, type WorkingDays } from '@app/kernel';

/** Words about a promise that are said in public only after whoever promised could reply. */
export const ADVERSE_WORDS = ['overdue', 'closed_not_met'] as const;
export type AdverseWord = (typeof ADVERSE_WORDS)[number];

/** How a notice reaches whoever promised: by a mail that the register sends, or by a letter of the house. */
export const NOTICE_CHANNELS = ['mail', 'letter'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** What becomes of the mail of a notice, which counts once the mail server took it. */
export const NOTICE_MAIL_STATES = ['waiting', 'sent', 'failed'] as const;
export type NoticeMailState = (typeof NOTICE_MAIL_STATES)[number];

/** Days after which a mail that no server takes is given up: a letter is due then. */
export const MAIL_PATIENCE_DAYS = 5;

/** Working days from a notice in which whoever promised may reply before the word is said. */
export const REPLY_WORKING_DAYS = 10;

/** The last day of a reply that the word waits for. */
export function repliesUntil(sentOn: CalendarDate, days: WorkingDays): CalendarDate {
  return days.after(sentOn, REPLY_WORKING_DAYS);
}

/** What decides whether notice may be given. */
export interface NoticeFacts {
  readonly legalState: string;
  readonly lastDay: CalendarDate | null;
  readonly decided: boolean;
  readonly organisationId: string | null;
  readonly channel: NoticeChannel;
  /** Whether the organisation has an address to which mails go. */
  readonly isReachable: boolean;
  readonly today: CalendarDate;
}

const NOT_RUNNING = ['announced', 'under_negotiation', 'suspended'];

/** What stands in the way of a notice; null when nothing does. */
export function hindranceToNotice(facts: NoticeFacts): Hindrance | null {
  if (NOT_RUNNING.includes(facts.legalState)) return { code: 'notice_needs_running' };
  if (facts.decided) return { code: 'notice_after_decision' };
  if (facts.organisationId === null) return { code: 'notice_needs_obligor' };
  if (facts.channel === 'mail' && !facts.isReachable) return { code: 'notice_needs_address' };
  const isOver = facts.lastDay !== null && facts.lastDay < facts.today;
  return isOver ? null : { code: 'notice_before_deadline' };
}

/** What is wrong with the day of a notice: only a letter bears one, which lies after the deadline and not ahead. */
export function faultsOfDay(
  channel: NoticeChannel,
  sentOn: CalendarDate | null,
  { lastDay, today }: { readonly lastDay: CalendarDate; readonly today: CalendarDate },
): FieldViolation[] {
  const refuse = (code: string) => [{ field: 'sentOn', code }];
  if (channel === 'mail') return sentOn === null || sentOn === today ? [] : refuse('mail_goes_out_now');
  if (sentOn === null) return refuse('required');
  return [
    ...(sentOn > today ? refuse('day_in_future') : []),
    ...(sentOn <= lastDay ? refuse('notice_before_deadline') : []),
  ];
}

/**
 * Whether the right of reply has run before a promise is closed, so that it may be; null when it has. Whom the papers do
 * not name nobody can tell, and nobody is blamed: such a promise may be closed.
 */
export function hindranceToClosing(
  { hasObligor, heardUntil }: { readonly hasObligor: boolean; readonly heardUntil: CalendarDate | null },
  today: CalendarDate,
): Hindrance | null {
  if (!hasObligor) return null;
  if (heardUntil === null) return { code: 'closing_needs_notice' };
  return today > heardUntil ? null : { code: 'reply_still_open', values: { until: heardUntil } };
}

/**
 * Whether the right of reply has run, so that the word may be said; null when it has.
 * @param until the last day of a reply to the notice about this word and deadline; null without a notice.
 */
export function hindranceToWord(until: CalendarDate | null, today: CalendarDate): Hindrance | null {
  if (until === null) return { code: 'closing_needs_reply' };
  return today > until ? null : { code: 'reply_still_open', values: { until } };
}

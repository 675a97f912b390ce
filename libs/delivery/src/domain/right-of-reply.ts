import { type CalendarDate, type Hindrance, type WorkingDays } from '@app/kernel';

/** Words about a promise that are said in public only after whoever promised could reply. */
export const ADVERSE_WORDS = ['overdue', 'closed_not_met'] as const;
export type AdverseWord = (typeof ADVERSE_WORDS)[number];

/** How a notice reached whoever promised. */
export const NOTICE_CHANNELS = ['mail', 'letter'] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

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
  readonly today: CalendarDate;
}

const NOT_RUNNING = ['announced', 'under_negotiation', 'suspended'];

/** What stands in the way of a notice; null when nothing does. */
export function hindranceToNotice(facts: NoticeFacts): Hindrance | null {
  if (NOT_RUNNING.includes(facts.legalState)) return { code: 'notice_needs_running' };
  if (facts.decided) return { code: 'notice_after_decision' };
  if (facts.organisationId === null) return { code: 'notice_needs_obligor' };
  const isOver = facts.lastDay !== null && facts.lastDay < facts.today;
  return isOver ? null : { code: 'notice_before_deadline' };
}

/**
 * Whether the right of reply has run, so that the word may be said; null when it has.
 * @param until the last day of a reply to the notice about this word and deadline; null without a notice.
 */
export function hindranceToWord(until: CalendarDate | null, today: CalendarDate): Hindrance | null {
  if (until === null) return { code: 'closing_needs_reply' };
  return today > until ? null : { code: 'reply_still_open', values: { until } };
}

import { calendarDate } from '@app/kernel';
import { CalendarDay, Flag, PageQuery, RecordReference, Text } from '@app/platform';
import type { AuditQuestion } from '../use-cases/list-audit-entries';

export class AuditQuery extends PageQuery {
  @Text({
    max: 80,
    pattern: /^(account:[0-9a-f-]{36}|system:[a-z-]+)$/,
    optional: true,
    description: 'Who did it, as account:<id> or system:<part>',
  })
  actor?: string | null;

  @Text({ max: 120, optional: true, description: 'What was done, as in organisation.corrected' })
  action?: string | null;

  @Text({ max: 60, optional: true, description: 'What it was done to, as in organisation' })
  subjectType?: string | null;

  @RecordReference({ optional: true, description: 'The record it was done to' })
  subjectId?: string | null;

  @RecordReference({ optional: true, description: 'By this account, on its behalf, or to it' })
  account?: string | null;

  @CalendarDay({ optional: true, description: 'First legal day' })
  from?: string | null;

  @CalendarDay({ optional: true, description: 'Last legal day' })
  to?: string | null;

  @RecordReference({ optional: true, description: 'The X-Request-Id of an answer' })
  requestId?: string | null;

  @Flag({ optional: true, description: 'Whether it is linked into the chain' })
  sealed?: boolean | null;
}

export function questionOf(query: AuditQuery): AuditQuestion {
  const { actor, action, subjectType, subjectId, account, from, to, requestId, sealed } = query;
  return {
    actor: actor ?? null,
    action: action ?? null,
    subjectType: subjectType ?? null,
    subjectId: subjectId ?? null,
    account: account ?? null,
    from: from ? calendarDate(from) : null,
    to: to ? calendarDate(to) : null,
    requestId: requestId ?? null,
    sealed: sealed ?? null,
  };
}

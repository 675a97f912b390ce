import { type CalendarDate, addDays } from '@app/kernel';
import { DUE_SOON_DAYS, type DeliveryFacts, type DeliveryStatus, deriveStatus } from './derive-status';

/** A status, and the days, both included, on which it holds while no fact changes; null is an open end. */
export interface StatusSpan {
  readonly status: DeliveryStatus;
  readonly from: CalendarDate | null;
  readonly until: CalendarDate | null;
}

/** What holds on each day as long as no fact changes: one span after the other, from the first day to the last. */
export function statusSpans(facts: DeliveryFacts): StatusSpan[] {
  const { lastDay } = facts;
  if (lastDay === null) return [{ status: deriveStatus(facts, ANY_DAY), from: null, until: null }];
  const soon = addDays(lastDay, -DUE_SOON_DAYS);
  const late = addDays(lastDay, 1);
  const spans: StatusSpan[] = [
    { status: deriveStatus(facts, addDays(soon, -1)), from: null, until: addDays(soon, -1) },
    { status: deriveStatus(facts, soon), from: soon, until: lastDay },
    { status: deriveStatus(facts, late), from: late, until: null },
  ];
  return spans.reduce<StatusSpan[]>((merged, span) => {
    const last = merged.at(-1);
    if (last?.status !== span.status) return [...merged, span];
    return [...merged.slice(0, -1), { ...last, until: span.until }];
  }, []);
}

/** Without a deadline a status holds on every day. */
const ANY_DAY = '2000-01-01' as CalendarDate;

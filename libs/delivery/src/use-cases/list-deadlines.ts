import { Injectable } from '@nestjs/common';
import { type AgreementScope, AgreementsInScope } from '@app/agreements';
import { type CalendarDate, daysBetween } from '@app/kernel';
import type { Page, PageRequest } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { type DeadlineCount, type DeadlineSpan, type DeadlineView, daysOfSpan } from '../domain/deadlines';
import { DUE_SOON_DAYS } from '../domain/derive-status';
import { DeadlineRepository } from '../persistence/deadline.repository';

/** What is looked at: everything the caller may read, or what lies where their roles are held. */
export const REACHES = ['own', 'all'] as const;
export type AskedReach = (typeof REACHES)[number];

/** How many there are, with the first of them. */
export type CountedDeadlines = DeadlineCount & { readonly items: readonly DeadlineView[] };

export interface DeadlinesOfToday {
  readonly today: CalendarDate;
  readonly due: CountedDeadlines & { readonly days: number; readonly until: CalendarDate };
  readonly late: CountedDeadlines & { readonly oldestAge: number | null };
}

/** The first so many stand in the overview. */
const SHOWN = 10;

/** Lists deadlines of commitments and milestones alike: what falls due in ninety days, and what has passed. */
@Injectable()
export class ListDeadlines {
  constructor(
    private readonly deadlines: DeadlineRepository,
    private readonly inScope: AgreementsInScope,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** The earliest first. */
  list(span: DeadlineSpan, reach: AskedReach, page: PageRequest): Promise<Page<DeadlineView>> {
    const today = this.calendar.today();
    return this.deadlines.list(daysOfSpan(span, today), this.scopeOf(reach), page, today);
  }

  /** Both spans with their counts and first deadlines. */
  async overview(reach: AskedReach): Promise<DeadlinesOfToday> {
    const today = this.calendar.today();
    const counted = async (span: DeadlineSpan): Promise<CountedDeadlines> => {
      const [days, scope] = [daysOfSpan(span, today), this.scopeOf(reach)];
      const count = await this.deadlines.count(days, scope);
      return { ...count, items: await this.deadlines.first(SHOWN, days, scope, today) };
    };
    const [due, late] = [await counted('due'), await counted('late')];
    const until = daysOfSpan('due', today).until ?? today;
    return {
      today,
      due: { ...due, days: DUE_SOON_DAYS, until },
      late: { ...late, oldestAge: late.earliest && daysBetween(late.earliest, today) },
    };
  }

  private scopeOf(reach: AskedReach): AgreementScope {
    const visible = this.inScope.conditions;
    return reach === 'all' ? visible : [...visible, ...this.inScope.ofTheCaller];
  }
}

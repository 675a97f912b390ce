import { Injectable } from '@nestjs/common';
import { type CalendarDate, daysBetween } from '@app/kernel';
import type { Page, PageRequest } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { FindingSeverity } from '../domain/impossible';
import {
  FindingFilter,
  FindingRepository,
  type FindingRow,
  type FindingRun,
  type QueryCount,
} from '../persistence/finding.repository';
import { IMPOSSIBLE_QUERIES } from '../persistence/impossible';

export { FINDING_STATES } from '../persistence/finding.repository';

/** Names of the queries, for whoever asks for the findings of one. */
export const FINDING_QUERIES: readonly string[] = IMPOSSIBLE_QUERIES.map(({ name }) => name);

export interface FindingView extends FindingRow {
  readonly severity: FindingSeverity;
  /** Days since it was first seen, up to its end. */
  readonly age: number;
}

/** A query with what it has found so far. */
export interface QueryView extends QueryCount {
  readonly severity: FindingSeverity;
  readonly oldestAge: number | null;
}

export interface FindingPage extends Page<FindingView> {
  readonly counts: {
    readonly open: number;
    readonly resolved: number;
    readonly oldestOpen: CalendarDate | null;
    readonly oldestAge: number | null;
    /** Every query that is asked, also those that found nothing. */
    readonly queries: readonly QueryView[];
  };
  /** The latest night; null before the first. */
  readonly lastRun: FindingRun | null;
}

const SEVERITIES = new Map(IMPOSSIBLE_QUERIES.map(({ name, severity }) => [name, severity]));

/** Lists what the nightly search found that cannot be, the oldest first. */
@Injectable()
export class ListFindings {
  constructor(
    private readonly findings: FindingRepository,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(filter: FindingFilter, page: PageRequest): Promise<FindingPage> {
    const today = this.calendar.today();
    const found = await this.findings.listPage(filter, page);
    const counted = new Map((await this.findings.count(filter)).map((row) => [row.query, row]));
    const queries = IMPOSSIBLE_QUERIES.map(({ name, severity }): QueryView => {
      const { open = 0, resolved = 0, oldestOpen = null } = counted.get(name) ?? {};
      return { query: name, severity, open, resolved, oldestOpen, oldestAge: ageOf(oldestOpen, today) };
    });
    const oldestOpen = queries.flatMap((one) => one.oldestOpen ?? []).sort()[0] ?? null;
    return {
      ...found,
      items: found.items.map((row) => ({
        ...viewOf(row),
        severity: SEVERITIES.get(row.query) ?? 'doubtful',
        age: daysBetween(row.firstSeenOn, row.resolvedOn ?? today),
      })),
      counts: {
        open: queries.reduce((sum, { open }) => sum + open, 0),
        resolved: queries.reduce((sum, { resolved }) => sum + resolved, 0),
        oldestOpen,
        oldestAge: ageOf(oldestOpen, today),
        queries,
      },
      lastRun: await this.findings.newestRun(),
    };
  }
}

function ageOf(day: CalendarDate | null, today: CalendarDate): number | null {
  return day && daysBetween(day, today);
}

/** Without the columns of the cursor. */
function viewOf(row: FindingRow): FindingRow {
  const { id, query, agreement, subjectType, subjectId, detail, firstSeenOn, lastSeenOn, resolvedOn } = row;
  return { id, query, agreement, subjectType, subjectId, detail, firstSeenOn, lastSeenOn, resolvedOn };
}

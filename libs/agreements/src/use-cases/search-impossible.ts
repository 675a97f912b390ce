import { Injectable, Logger } from '@nestjs/common';
import { AuditTrail, auditKind } from '@app/audit';
import { type CalendarDate, Clock } from '@app/kernel';
import { Transactions, defineJob } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import type { ImpossibleQuery } from '../domain/impossible';
import { FindingRepository, type FindingRun } from '../persistence/finding.repository';
import { IMPOSSIBLE_QUERIES } from '../persistence/impossible';

/** Looks for impossible data; each query runs once a business date, however often this comes. */
export const searchImpossibleJob = defineJob<Record<never, never>>('agreements.search_impossible');

const ACTOR = 'system:search';

const LONGEST_ERROR = 500;

const impossibleSearched = auditKind<Pick<FindingRun, 'ranOn' | 'found' | 'failed'>>(
  'findings.searched',
  'finding_run',
);

/**
 * Asks every query that must find nothing, each in a transaction of its own, and keeps what it found. A query that
 * fails stops none of the others: the run says so, and it is tried again when the job comes next.
 */
@Injectable()
export class SearchImpossible {
  private readonly logger = new Logger('SearchImpossible');

  constructor(
    private readonly findings: FindingRepository,
    private readonly calendar: BusinessCalendar,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the run of today; what was asked today before is not asked again. */
  async execute(queries: readonly ImpossibleQuery[] = IMPOSSIBLE_QUERIES): Promise<FindingRun> {
    const today = this.calendar.today();
    for (const query of queries) {
      try {
        await this.ask(query, today);
      } catch (error) {
        await this.noteFailure(query, today, error as Error);
      }
    }
    return this.finish(queries, today);
  }

  private ask(query: ImpossibleQuery, today: CalendarDate): Promise<void> {
    return this.transactions.run(async (tx) => {
      const run = await this.findings.lockRun(tx, today, this.clock.now());
      if (query.name in run.found) return;
      const count = await this.findings.search(tx, query, today);
      const { [query.name]: _, ...failed } = run.failed;
      await this.findings.saveRun(tx, run.id, {
        ...run,
        found: { ...run.found, [query.name]: count },
        failed,
      });
    });
  }

  private noteFailure({ name }: ImpossibleQuery, today: CalendarDate, error: Error): Promise<void> {
    this.logger.error(`${name}: ${error.message}`);
    return this.transactions.run(async (tx) => {
      const run = await this.findings.lockRun(tx, today, this.clock.now());
      await this.findings.saveRun(tx, run.id, {
        ...run,
        failed: { ...run.failed, [name]: error.message.slice(0, LONGEST_ERROR) },
      });
    });
  }

  private finish(queries: readonly ImpossibleQuery[], today: CalendarDate): Promise<FindingRun> {
    return this.transactions.run(async (tx) => {
      const run = await this.findings.lockRun(tx, today, this.clock.now());
      if (run.finishedAt !== null) return run;
      await this.findings.resolveOthers(
        tx,
        queries.map(({ name }) => name),
        today,
      );
      const finishedAt = this.clock.now();
      await this.findings.saveRun(tx, run.id, { ...run, finishedAt });
      const { ranOn, found, failed } = run;
      await this.audit.note(tx, impossibleSearched, {
        actor: ACTOR,
        subjectId: run.id,
        payload: { ranOn, found, failed },
      });
      return { ...run, finishedAt };
    });
  }
}

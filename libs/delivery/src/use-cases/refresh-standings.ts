import { Injectable } from '@nestjs/common';
import { defineJob, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { type Reported, UNREPORTED, deliveredOf, reportedOf } from '../domain/reported';
import { crossesDeadline } from '../domain/forecast/forecast';
import { DeliveryFactsRepository, type DeliveryFactsRow } from '../persistence/delivery-facts.repository';

/** Derives again what reports make of every commitment. */
export const refreshStandingsJob = defineJob<Record<never, never>>('delivery.refresh_standings');

/** So many commitments are read, derived and kept in one transaction. */
const AT_ONCE = 2000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** What reports make of a commitment, from what the register keeps of them. */
export function reportedOfRow(row: DeliveryFactsRow): Reported {
  const { observations, target, lastDay, blockedBy } = row;
  const claims = row.claims.filter(({ pending }) => pending);
  const crosses = crossesDeadline({ observations, target, lastDay }) === true;
  return reportedOf(
    deliveredOf({ observations, claims, target, lastDay }, { crosses, blocked: blockedBy.length > 0 }),
    lastDay,
  );
}

/**
 * Keeps the column by which lists are filtered as the one function has it. It is no fact of its own: coming again
 * changes nothing, and nothing is lost when it comes late.
 */
@Injectable()
export class RefreshStandings {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: DeliveryFactsRepository,
    private readonly calendar: BusinessCalendar,
  ) {}

  /** Those of one agreement. @returns how many changed */
  ofAgreement(agreementId: string): Promise<number> {
    return this.transactions.run(async () => this.refresh(await this.facts.ofAgreement(agreementId)));
  }

  /** All of them. @returns how many changed */
  async execute(): Promise<number> {
    let changed = 0;
    for (let after = BEFORE_ALL; ;) {
      const rows = await this.facts.after(after, AT_ONCE);
      changed += await this.refresh(rows);
      const last = rows.at(-1);
      if (rows.length < AT_ONCE || !last) return changed;
      after = last.commitmentId;
    }
  }

  private async refresh(rows: readonly DeliveryFactsRow[]): Promise<number> {
    const changed = rows
      .filter(saysSomething)
      .map((row) => ({ row, reported: reportedOfRow(row) }))
      .filter(({ row, reported }) => differs(row.kept ?? UNREPORTED, reported));
    if (changed.length > 0) {
      await this.transactions.run((tx) => this.facts.keep(tx, changed, this.calendar.today()));
    }
    return changed.length;
  }
}

/** Of most promises nothing is reported and nothing was kept. */
function saysSomething({ observations, claims, kept }: DeliveryFactsRow): boolean {
  return observations.length > 0 || claims.length > 0 || kept !== null;
}

function differs(one: Reported, other: Reported): boolean {
  return one.reached !== other.reached || one.before !== other.before || one.after !== other.after;
}

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

  /** All of which anything was ever reported. @returns how many changed */
  async execute(): Promise<number> {
    let changed = 0;
    for (let after = BEFORE_ALL; ;) {
      const ids = await this.facts.nextReported(after, AT_ONCE);
      changed += await this.transactions.run(async () => this.refresh(await this.facts.of(ids)));
      const last = ids.at(-1);
      if (ids.length < AT_ONCE || last === undefined) return changed;
      after = last;
    }
  }

  private async refresh(rows: readonly DeliveryFactsRow[]): Promise<number> {
    const changed = rows
      .map((row) => ({ row, reported: reportedOfRow(row) }))
      .filter(({ row, reported }) => differs(row.kept ?? UNREPORTED, reported));
    await this.transactions.run((tx) => this.facts.keep(tx, changed, this.calendar.today()));
    return changed.length;
  }
}

function differs(one: Reported, other: Reported): boolean {
  return one.reached !== other.reached || one.before !== other.before || one.after !== other.after;
}

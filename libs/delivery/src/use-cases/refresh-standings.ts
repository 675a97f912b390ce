import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { defineJob, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { UNREPORTED, deliveredOf, reportedOf } from '../domain/reported';
import { crossesDeadline } from '../domain/forecast/forecast';
import {
  DeliveryFactsRepository,
  type DeliveryFactsRow,
  type Standing,
} from '../persistence/delivery-facts.repository';

/** Derives again what reports make of every commitment. */
export const refreshStandingsJob = defineJob<Record<never, never>>('delivery.refresh_standings');

/** So many commitments are read, derived and kept in one transaction. */
const AT_ONCE = 2000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** What reports make of a commitment on a day, from what the register keeps of them. */
function standingOfRow(row: DeliveryFactsRow, today: CalendarDate): Standing {
  const { observations, target, lastDay, blockedBy, kept } = row;
  const claims = row.claims.filter(({ pending }) => pending);
  const crosses = crossesDeadline({ observations, target, lastDay }) === true;
  const reported = reportedOf(
    deliveredOf({ observations, claims, target, lastDay }, { crosses, blocked: blockedBy.length > 0 }),
    lastDay,
  );
  return { ...reported, crossesSince: crosses ? (kept?.crossesSince ?? today) : null };
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
    return this.transactions.run(async (tx) => {
      await this.facts.lockStandings(tx);
      return this.refresh(await this.facts.ofAgreement(agreementId));
    });
  }

  /** All of them. @returns how many changed */
  async execute(): Promise<number> {
    let changed = 0;
    for (let after = BEFORE_ALL; ;) {
      const from = after;
      const { rows, kept } = await this.transactions.run(async (tx) => {
        await this.facts.lockStandings(tx);
        const read = await this.facts.after(from, AT_ONCE);
        return { rows: read, kept: await this.refresh(read) };
      });
      changed += kept;
      const last = rows.at(-1);
      if (rows.length < AT_ONCE || !last) return changed;
      after = last.commitmentId;
    }
  }

  private async refresh(rows: readonly DeliveryFactsRow[]): Promise<number> {
    const today = this.calendar.today();
    const changed = rows
      .filter(saysSomething)
      .map((row) => ({ row, standing: standingOfRow(row, today) }))
      .filter(({ row, standing }) => differs(row.kept ?? NOTHING_KEPT, standing));
    if (changed.length > 0) await this.transactions.run((tx) => this.facts.keep(tx, changed, today));
    return changed.length;
  }
}

/** Of most promises nothing is reported and nothing was kept. */
function saysSomething({ observations, claims, kept }: DeliveryFactsRow): boolean {
  return observations.length > 0 || claims.length > 0 || kept !== null;
}

/** What stands where no row is kept. */
const NOTHING_KEPT: Standing = { ...UNREPORTED, crossesSince: null };

function differs(one: Standing, other: Standing): boolean {
  return (
    one.reached !== other.reached ||
    one.before !== other.before ||
    one.after !== other.after ||
    one.crossesSince !== other.crossesSince
  );
}

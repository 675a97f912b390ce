import { Injectable } from '@nestjs/common';
import { ReadAsOf } from '@app/agreements';
import type { CalendarDate } from '@app/kernel';
import { CountryProfile } from '@app/reference';
import { type BurnUp, type Clocks, burnUpOf, clocksOf } from '../domain/clocks';
import type { CommitmentRecord } from '../domain/commitment-view';
import { type DeliveryFlags, flagsOf } from '../domain/delivery-flags';
import { type Forecast, crossingConfirmed, forecast } from '../domain/forecast/forecast';
import { DeliveryFactsRepository, type DeliveryFactsRow } from '../persistence/delivery-facts.repository';
import { type ForecastWords, forecastWords } from './forecast-sentence';

/** How the delivery of a promise stands: three clocks, flags, the forecast, and what a chart of it draws. */
export interface DeliveryOfCommitment {
  readonly clocks: Clocks;
  readonly flags: DeliveryFlags;
  readonly forecast: Forecast;
  readonly forecastWords: ForecastWords;
  /** Whether two evaluations on two days found the forecast past the deadline. */
  readonly crossesDeadline: boolean;
  readonly burnUp: BurnUp;
}

/** Tells how the delivery of a promise stands, now or at the end of a day. */
@Injectable()
export class FindDelivery {
  constructor(
    private readonly facts: DeliveryFactsRepository,
    private readonly readAsOf: ReadAsOf,
    private readonly country: CountryProfile,
  ) {}

  /** @param record the promise as it stood then, as far as the caller may read it. */
  execute(record: CommitmentRecord, asOf: CalendarDate | null): Promise<DeliveryOfCommitment> {
    return this.readAsOf.execute(asOf, async (day) => {
      const [row] = await this.facts.of([record.id]);
      const reporting = await this.facts.reporting(record.id);
      const { observations, claims, target, blockedBy } = row ?? NOTHING;
      const lastDay = record.deadline?.lastDay ?? null;
      const facts = { observations, claims, target, lastDay };
      const found = forecast(facts);
      const counted = record.quantity ? { unit: record.quantity.unit } : 'stages';
      return {
        clocks: clocksOf({ ...facts, firstLastDay: record.firstDeadline?.lastDay ?? null }, day),
        flags: flagsOf(
          {
            ...{ observations, blockedBy, rescheduled: record.rescheduled },
            ...{ reportingOpenedOn: reporting.openedOn, owedSince: reporting.owedSince },
            disputed: reporting.disputed,
          },
          day,
        ),
        forecast: found,
        forecastWords: forecastWords(found, counted, this.country.code),
        crossesDeadline: crossingConfirmed(facts, day),
        burnUp: burnUpOf(
          { ...facts, firstLastDay: null },
          { from: reporting.signedOn, milestones: stepsOf(record) },
        ),
      };
    });
  }
}

const NOTHING: Pick<DeliveryFactsRow, 'observations' | 'claims' | 'target' | 'blockedBy'> = {
  observations: [],
  claims: [],
  target: null,
  blockedBy: [],
};

/** Milestones with a figure of the same kind as the promise. */
function stepsOf({ milestones, quantity }: CommitmentRecord) {
  return milestones.map(({ deadline, quantity: step }) => ({
    lastDay: deadline.lastDay,
    value: step && quantity && step.unit === quantity.unit ? step.value : null,
  }));
}

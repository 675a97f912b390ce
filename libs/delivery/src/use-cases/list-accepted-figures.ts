import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import type { AcceptedObservation } from '../domain/observation';
import { DeliveryFactsRepository } from '../persistence/delivery-facts.repository';

/** What was accepted of a promise, and what decides whether it may be told. */
export interface AcceptedFigures {
  readonly observations: readonly AcceptedObservation[];
  /** Where the promise is met; null for words without a number, and for ongoing duties. */
  readonly target: number | null;
  /** Whether an accepted figure is disputed. */
  readonly disputed: boolean;
  /** The signature's last possible day: where the promised line begins. */
  readonly signedOn: CalendarDate | null;
}

/** Reads what was accepted of some promises, for features to the right. */
@Injectable()
export class ListAcceptedFigures {
  constructor(private readonly facts: DeliveryFactsRepository) {}

  /** By the id of the promise; none for promises of which nothing was accepted. */
  async execute(ids: readonly string[]): Promise<ReadonlyMap<string, AcceptedFigures>> {
    if (ids.length === 0) return new Map();
    const rows = await this.facts.of(ids);
    const reported = rows.filter(({ observations }) => observations.length > 0);
    const telling = await this.facts.telling(reported.map(({ commitmentId }) => commitmentId));
    return new Map(
      reported.flatMap(({ commitmentId, observations, target }) => {
        const told = telling.get(commitmentId);
        return told ? [[commitmentId, { observations, target, ...told }] as const] : [];
      }),
    );
  }
}

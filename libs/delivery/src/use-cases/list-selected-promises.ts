import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import type { Condition, Page, PageRequest } from '@app/platform';
import type { CommitmentSort } from '../domain/commitment-filter';
import type { CommitmentView, DeadlineMove, DeadlineView } from '../domain/commitment-view';
import { firstDeadline, reschedulingOf } from '../domain/deadline-history';
import { CommitmentRepository } from '../persistence/commitment.repository';

/** A promise with the history of its deadline. */
export interface SelectedPromise extends CommitmentView {
  /** The deadline as it was first stated. */
  readonly firstDeadline: DeadlineView | null;
  readonly rescheduled: { readonly times: number; readonly days: number | null };
  readonly deadlineMoves: readonly DeadlineMove[];
}

/** Which promises, in which order. */
export interface PromisesAsked {
  /** Conditions on the promise `c` and its agreement `a`, scope included. */
  readonly conditions: readonly Condition[];
  readonly sort: CommitmentSort;
  readonly page: PageRequest;
  readonly today: CalendarDate;
}

/** Lists the promises that pass some conditions, for features to the right. */
@Injectable()
export class ListSelectedPromises {
  constructor(private readonly commitments: CommitmentRepository) {}

  async execute({ conditions, sort, page, today }: PromisesAsked): Promise<Page<SelectedPromise>> {
    const found = await this.commitments.select(conditions, sort, page, today);
    const moves = await this.commitments.movesOf(found.items.map(({ id }) => id));
    return {
      ...found,
      items: found.items.map((view) => {
        const deadlineMoves = moves.get(view.id) ?? [];
        return {
          ...view,
          firstDeadline: firstDeadline(deadlineMoves, view.deadline),
          rescheduled: reschedulingOf(deadlineMoves, view.deadline),
          deadlineMoves,
        };
      }),
    };
  }
}

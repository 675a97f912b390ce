import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import type { Condition, Page, PageRequest } from '@app/platform';
import type { CommitmentSort } from '../domain/commitment-filter';
import type { CommitmentView, DeadlineMove, DeadlineView, MilestoneView } from '../domain/commitment-view';
import { firstDeadline, reschedulingOf } from '../domain/deadline-history';
import { CommitmentRepository, type VerifiedFigure } from '../persistence/commitment.repository';
import { NoticeRepository, ReplyToWord } from '../persistence/notice.repository';

/** A milestone with the history of its deadline. */
export interface SelectedMilestone extends MilestoneView {
  readonly deadlineMoves: readonly DeadlineMove[];
}

/** A promise with the history of its deadline. */
export interface SelectedPromise extends Omit<CommitmentView, 'milestones'> {
  readonly milestones: readonly SelectedMilestone[];
  /** The deadline as it was first stated. */
  readonly firstDeadline: DeadlineView | null;
  readonly rescheduled: { readonly times: number; readonly days: number | null };
  readonly deadlineMoves: readonly DeadlineMove[];
  /** The accepted figure that reached the target first, else the last one; null where none was accepted. */
  readonly verified: VerifiedFigure | null;
  /** Of the notice after which it was called not met, and the reply to it; null where nobody could reply before. */
  readonly reply: ReplyToWord | null;
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
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly notices: NoticeRepository,
  ) {}

  async execute({ conditions, sort, page, today }: PromisesAsked): Promise<Page<SelectedPromise>> {
    const found = await this.commitments.select(conditions, sort, page, today);
    const moves = await this.commitments.movesOf(
      found.items.flatMap(({ id, milestones }) => [id, ...milestones.map((milestone) => milestone.id)]),
    );
    const ids = found.items.map(({ id }) => id);
    const figures = await this.commitments.figuresOf(ids);
    const replies = await this.notices.replies(
      found.items.filter(({ decision }) => decision === 'closed_not_met').map(({ id }) => id),
    );
    return {
      ...found,
      items: found.items.map((view) => {
        const deadlineMoves = moves.get(view.id) ?? [];
        return {
          ...view,
          milestones: view.milestones.map((milestone) => ({
            ...milestone,
            deadlineMoves: moves.get(milestone.id) ?? [],
          })),
          firstDeadline: firstDeadline(deadlineMoves, view.deadline),
          rescheduled: reschedulingOf(deadlineMoves, view.deadline),
          deadlineMoves,
          verified: figures.get(view.id) ?? null,
          reply: replies.get(view.id) ?? null,
        };
      }),
    };
  }
}

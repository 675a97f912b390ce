import { type SelectedPromise, standingOf } from '@app/delivery';
import type { CalendarDate } from '@app/kernel';
import { type PublicFacts, type PublicStatus, publicStatusOf } from '../domain/public-status';

/** A promise with the status that the public reads, and each of its milestones with its own. */
export interface PublicPromise {
  readonly promise: SelectedPromise;
  readonly status: PublicStatus;
  /** To the notice that it would be called not met; null without one. */
  readonly reply: SelectedPromise['reply'];
  readonly milestones: readonly {
    readonly milestone: SelectedPromise['milestones'][number];
    readonly status: PublicStatus;
  }[];
}

/** A promise as the public reads it on a day: of a deadline marked confidential neither moves nor days are told. */
export function publicPromise(promise: SelectedPromise, today: CalendarDate): PublicPromise {
  const common: Omit<PublicFacts, 'lastDay'> = {
    standing: standingOf(promise.agreement.legalState),
    decision: promise.decision,
  };
  const status = publicStatusOf({ ...common, lastDay: promise.deadline?.lastDay ?? null }, today);
  const milestones = promise.milestones.map((milestone) => ({
    milestone,
    status: publicStatusOf({ ...common, lastDay: milestone.deadline.lastDay }, today),
  }));
  const shown: SelectedPromise =
    promise.deadlineAbsence === 'confidential'
      ? { ...promise, firstDeadline: null, rescheduled: { times: 0, days: null }, deadlineMoves: [] }
      : promise;
  // What whoever promised says about it stands beside the word and nowhere else.
  const reply = status === 'closed_not_met' ? promise.reply : null;
  return { promise: shown, status, reply, milestones };
}

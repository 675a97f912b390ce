import { type SelectedPromise, standingOf } from '@app/delivery';
import type { CalendarDate } from '@app/kernel';
import { type PublicFacts, type PublicStatus, publicStatusOf } from '../domain/public-status';

/** A promise with the status that the public reads, and each of its milestones with its own. */
export interface PublicPromise {
  readonly promise: SelectedPromise;
  readonly status: PublicStatus;
  /** To the notice that it would be called not met; null beside every other word. */
  readonly reply: SelectedPromise['reply'];
  /** The accepted figure that the word rests on; null beside words that rest on none. */
  readonly verified: SelectedPromise['verified'];
  readonly milestones: readonly {
    readonly milestone: SelectedPromise['milestones'][number];
    readonly status: PublicStatus;
  }[];
}

/** Words that say what was accepted. */
const RESTS_ON_FIGURE: readonly PublicStatus[] = ['met', 'met_late', 'deadline_passed_verified_figure'];

/** A promise as the public reads it on a day: of a deadline marked confidential neither moves nor days are told. */
export function publicPromise(promise: SelectedPromise, today: CalendarDate): PublicPromise {
  const common: Omit<PublicFacts, 'lastDay' | 'reached'> = {
    standing: standingOf(promise.agreement.legalState),
    decision: promise.decision,
    verified: promise.verified !== null,
    heard: promise.reply !== null,
  };
  const status = publicStatusOf(
    { ...common, lastDay: promise.deadline?.lastDay ?? null, reached: reachedOf(promise) },
    today,
  );
  const milestones = promise.milestones.map((milestone) => ({
    milestone,
    status: publicStatusOf(
      { ...common, lastDay: milestone.deadline.lastDay, reached: reachedOf(milestone) },
      today,
    ),
  }));
  const shown: SelectedPromise =
    promise.deadlineAbsence === 'confidential'
      ? { ...promise, firstDeadline: null, rescheduled: { times: 0, days: null }, deadlineMoves: [] }
      : promise;
  // What whoever promised says about it stands beside the word and nowhere else.
  const reply = status === 'closed_not_met' ? promise.reply : null;
  const verified = RESTS_ON_FIGURE.includes(status) ? promise.verified : null;
  return { promise: shown, status, reply, verified, milestones };
}

/** The one function of delivery says whether it was met; nobody reports on a milestone of its own. */
function reachedOf({ status }: Pick<SelectedPromise, 'status'>): PublicFacts['reached'] {
  return status === 'met' || status === 'met_late' ? status : null;
}

import { CalendarDate, publishedDate } from '@app/kernel';
import type { AgreementDocument, StatedDate } from './agreement-document';

/** One side of a move: the deadline as stated and its last day, or no deadline. */
export interface DeadlinePosition {
  readonly stated: string;
  readonly lastDay: CalendarDate;
}

/** A deadline whose last day differs between two versions. A more exact statement of the same day moves nothing. */
export interface DeadlineMove {
  readonly subjectType: 'commitment' | 'milestone';
  readonly subjectId: string;
  readonly from: DeadlinePosition | null;
  readonly to: DeadlinePosition | null;
}

/**
 * The deadlines that a new version moves, sets or takes away. Parts that exist in one version only are no moves:
 * they came with the version or left with it.
 */
export function deadlineMoves(before: AgreementDocument, after: AgreementDocument): DeadlineMove[] {
  const earlier = deadlinesOf(before);
  return [...deadlinesOf(after)].flatMap(([subjectId, { subjectType, position: to }]) => {
    const known = earlier.get(subjectId);
    if (!known || known.position?.lastDay === to?.lastDay) return [];
    return [{ subjectType, subjectId, from: known.position, to }];
  });
}

interface Deadline {
  readonly subjectType: DeadlineMove['subjectType'];
  readonly position: DeadlinePosition | null;
}

function deadlinesOf(document: AgreementDocument): Map<string, Deadline> {
  const found = new Map<string, Deadline>();
  for (const commitment of document.commitments) {
    found.set(commitment.id, { subjectType: 'commitment', position: positionOf(commitment.deadline) });
    for (const milestone of commitment.milestones) {
      found.set(milestone.id, { subjectType: 'milestone', position: positionOf(milestone.deadline) });
    }
  }
  return found;
}

function positionOf(date: StatedDate | null): DeadlinePosition | null {
  return date === null ? null : { stated: date.stated, lastDay: publishedDate(date.stated).lastDay };
}

import type { StatedDate } from '@/formats/dates';
import type { TextInLanguages } from '@/ui/text';
import type { components } from '../../../.generated/schema';

export type ListedPromise = components['schemas']['CommitmentResponse'];

export interface MovableDeadline {
  readonly id: string;
  readonly title: TextInLanguages;
  readonly deadline: StatedDate;
  readonly isMilestone: boolean;
}

/** Statuses after which a promise is settled without a decision. */
const MET: readonly string[] = ['met', 'met_late'];

/** Whether a promise still waits for its end. */
export function isLive({ decision, status }: ListedPromise): boolean {
  return decision === null && !MET.includes(status);
}

/** The deadlines that a suspension holds up: of promises that are not settled, and not past when it began. */
export function movableDeadlines(promises: readonly ListedPromise[], from: string): MovableDeadline[] {
  return promises.filter(isLive).flatMap(({ id, title, deadline, milestones }) => {
    const own = deadline ? [{ id, title, deadline, isMilestone: false }] : [];
    const inner = milestones.map((milestone) => ({
      id: milestone.id,
      title: milestone.title,
      deadline: milestone.deadline,
      isMilestone: true,
    }));
    return [...own, ...inner].filter((one) => one.deadline.lastDay >= from);
  });
}

import { useTranslation } from 'react-i18next';
import { Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { PromiseDeadline, PromiseStatus } from './promise-deadline';
import { PromiseFigure } from './promise-figure';
import { DeadlineMoves } from './promise-moves';
import type { RecordPromise } from './queries';

type Milestone = RecordPromise['milestones'][number];

/** Dated interim targets. Those that nobody published stand apart: they are no promises. */
export function PromiseMilestones({
  promise: { milestones, otherMilestones },
}: {
  readonly promise: RecordPromise;
}) {
  const { t } = useTranslation('register');
  return (
    <>
      {milestones.length > 0 ? (
        <Milestones title={t('milestones.published')} milestones={milestones} />
      ) : null}
      {otherMilestones.length > 0 ? (
        <Milestones title={t('milestones.others')} milestones={otherMilestones} />
      ) : null}
    </>
  );
}

function Milestones({
  title,
  milestones,
}: {
  readonly title: string;
  readonly milestones: readonly Milestone[];
}) {
  const word = useWord();
  return (
    <div className="milestones">
      <h4>{title}</h4>
      <ul className="plain-list">
        {milestones.map((milestone) => (
          <li key={milestone.id}>
            {milestone.quantity ? (
              <strong>
                <PromiseFigure quantity={milestone.quantity} title={milestone.title} measure="quantity" />
              </strong>
            ) : null}{' '}
            <Text of={milestone.title} />
            <span className="block">
              <PromiseDeadline
                deadline={milestone.deadline}
                deadlineAbsence={null}
                status={milestone.status}
              />{' '}
              <PromiseStatus status={milestone.status} />{' '}
              <span className="muted">{word('milestoneStanding', milestone.standing)}</span>
            </span>
            {milestone.deadlineMoves.length > 0 ? <DeadlineMoves moves={milestone.deadlineMoves} /> : null}
          </li>
        ))}
      </ul>
    </div>
  );
}

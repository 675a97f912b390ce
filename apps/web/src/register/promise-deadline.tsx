import { useTranslation } from 'react-i18next';
import { Badge } from '@/ui/badge';
import { DaysLeft, DeadlineDate } from '@/ui/stated-date';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { DefinitionLink } from './figure-links';

type Promise = Pick<
  components['schemas']['PublicHeadlineResponse'],
  'deadline' | 'deadlineAbsence' | 'status'
>;

/** The deadline as published and what is left of the time, or why there is none. */
export function PromiseDeadline({ deadline, deadlineAbsence, status }: Promise) {
  const { t } = useTranslation('register');
  const word = useWord();
  if (!deadline) {
    return (
      <span className="muted">
        {t('deadline.none', { why: word('absence', deadlineAbsence ?? 'not_stated') })}
      </span>
    );
  }
  const isRunning = status === 'deadline_ahead' || status === 'due_soon';
  return (
    <>
      <DeadlineDate date={deadline} />
      {isRunning ? (
        <span className="time-left">
          <DefinitionLink id="number.days_left">
            <DaysLeft days={deadline.daysLeft} />
          </DefinitionLink>
        </span>
      ) : null}
    </>
  );
}

/** Statuses that the date beside them says already. */
const SAID_BY_DATE: readonly string[] = ['deadline_ahead', 'no_deadline'];

const TONES = {
  met: 'good',
  met_late: 'good',
  due_soon: 'attention',
  deadline_passed_verified_figure: 'attention',
  deadline_passed_no_verified_report: 'attention',
} as const;

/** How a promise stands, in words that blame nobody, with the way to what they mean. */
export function PromiseStatus({
  status,
  always = false,
}: {
  readonly status: string;
  /** Says also what the date beside it says. */
  readonly always?: boolean;
}) {
  const word = useWord();
  if (!always && SAID_BY_DATE.includes(status)) return null;
  return (
    <Badge tone={TONES[status as keyof typeof TONES] ?? 'plain'}>
      <DefinitionLink id={`status.${status}`}>{word('publicStatus', status)}</DefinitionLink>
    </Badge>
  );
}

import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay, readStated } from '@/formats/dates';
import { Fact } from '@/ui/facts';
import { Stated, useStated } from '@/ui/stated-date';
import { useWord } from '@/words/use-word';
import { DefinitionLink } from './figure-links';
import type { RecordPromise } from './queries';

/** When and by which act the deadline was moved, and how it was first stated. */
export function PromiseMoves({ promise }: { readonly promise: RecordPromise }) {
  const { t } = useTranslation('register');
  const { deadlineMoves, firstDeadline, deadline, rescheduled } = promise;
  if (deadlineMoves.length === 0) return null;
  return (
    <Fact name={t('moves.title')}>
      {firstDeadline && firstDeadline.stated !== deadline?.stated ? (
        <p>
          <DefinitionLink id="number.first_deadline">{t('moves.first')}</DefinitionLink>{' '}
          <Stated date={firstDeadline} />
        </p>
      ) : null}
      <DeadlineMoves moves={deadlineMoves} />
      {rescheduled.times > 0 ? (
        <p>
          <DefinitionLink id="number.deadline_moves">
            {t('moves.times', { count: rescheduled.times })}
          </DefinitionLink>
          {rescheduled.days === null ? null : (
            <>
              {t('separator')}
              <DefinitionLink id="number.days_moved">
                {t('moves.days', { count: rescheduled.days })}
              </DefinitionLink>
            </>
          )}
        </p>
      ) : null}
    </Fact>
  );
}

/** Each move of a deadline: from when to when, by which act, and when it took effect and was recorded. */
export function DeadlineMoves({ moves }: { readonly moves: RecordPromise['deadlineMoves'] }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const word = useWord();
  const stated = useStated();
  return (
    <ol className="plain-list">
      {moves.map((move) => (
        <li key={`${move.act} ${move.recordedOn} ${move.new?.stated ?? ''}`}>
          {t('moves.fromTo', {
            old: move.old ? stated(readStated(move.old.stated)) : word('absence', 'not_stated'),
            new: move.new ? stated(readStated(move.new.stated)) : word('absence', 'not_stated'),
          })}
          <span className="muted block">
            {t('moves.by', {
              act: word('moveAct', move.act),
              effective: formatDay(move.effectiveOn, language),
              recorded: formatDay(move.recordedOn, language),
            })}
          </span>
          <span className="small muted block">{word('moveActExplained', move.act)}</span>
        </li>
      ))}
    </ol>
  );
}

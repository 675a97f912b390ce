import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Fact, Facts } from '@/ui/facts';
import { Name } from '@/ui/text';
import { ActorName } from '../names';
import type { Reporting } from './reporting-form';

/** A calendar: how often, from when, how long one has, who opened it, and why it ended. */
export function CalendarFacts({ of: calendar }: { readonly of: NonNullable<Reporting['calendar']> }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { rhythm, dates, fromDay, dueDays, graceDays, recordedBy, recordedOn } = calendar;
  const { endedBy, endedOn, endReason } = calendar;
  const day = (of: string) => formatDay(of, language);
  return (
    <Facts>
      <Fact name={t('reporting.rhythmName')}>
        {t(`reporting.rhythm.${rhythm}`)}
        {dates.length > 0 ? (
          <ul className="plain-list small">
            {dates.map((date) => (
              <li key={date}>{day(date)}</li>
            ))}
          </ul>
        ) : null}
        <small className="muted block">{t('reporting.yearly')}</small>
      </Fact>
      <Fact name={t('reporting.fromDay')}>{day(fromDay)}</Fact>
      <Fact name={t('reporting.dueDays')}>{t('reporting.days', { count: dueDays })}</Fact>
      <Fact name={t('reporting.graceDays')}>{t('reporting.days', { count: graceDays })}</Fact>
      <Fact name={t('reporting.recordedOn')}>
        {day(recordedOn)} · <ActorName actor={recordedBy} />
      </Fact>
      {endedOn === null ? null : (
        <Fact name={t('reporting.endedOn')}>
          {day(endedOn)}
          {endedBy === null ? null : (
            <>
              {' · '}
              <ActorName actor={endedBy} />
            </>
          )}
          {endReason === null ? null : (
            <small className="block">
              <Name>{endReason}</Name>
            </small>
          )}
        </Fact>
      )}
    </Facts>
  );
}

import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Fact, Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Name } from '@/ui/text';
import { Figure } from '@/words/figure';
import { useWord } from '@/words/use-word';
import type { ReportRecord } from './report-draft';

/** What the report is about: the period, what was promised, how it is counted, until when it is due. */
export function AboutReport({ record }: { readonly record: ReportRecord }) {
  const { t } = useTranslation('portal');
  const word = useWord();
  const language = useLanguage();
  const { commitment, period, dueOn, graceUntil, state } = record;
  const questions = state === 'returned' ? record.steps.findLast(({ to }) => to === 'returned') : undefined;
  const day = (of: string) => formatDay(of, language);
  return (
    <>
      {questions ? (
        <Notice tone="attention" title={t('report.questions')}>
          <p>
            <Name>{questions.reason ?? ''}</Name>
          </p>
        </Notice>
      ) : null}
      <Facts>
        <Fact name={t('report.state')}>
          <span className="row">
            <Badge>{word('reportState', state)}</Badge>
            {record.onBehalf ? <Badge tone="attention">{t('report.onBehalf')}</Badge> : null}
          </span>
        </Fact>
        <Fact name={t('report.period')}>
          {period.from === null
            ? t('report.until', { until: day(period.until) })
            : t('report.fromUntil', { from: day(period.from), until: day(period.until) })}
        </Fact>
        {commitment.target === null || commitment.unit === null ? null : (
          <Fact name={t('own.promised')}>
            <Figure of={{ value: commitment.target, unit: commitment.unit, qualifier: 'exactly' }} />
          </Fact>
        )}
        {commitment.countingRule === null ? null : (
          <Fact name={t('report.counted')}>{word('countingRule', commitment.countingRule)}</Fact>
        )}
        {dueOn === null ? null : (
          <Fact name={t('report.due')}>
            {day(dueOn)}
            {graceUntil === null || graceUntil === dueOn ? null : (
              <small className="muted line">{t('report.grace', { day: day(graceUntil) })}</small>
            )}
          </Fact>
        )}
      </Facts>
    </>
  );
}

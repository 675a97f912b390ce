import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Fact, Facts } from '@/ui/facts';
import { Name } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { Parts } from '@/review/reports/report-content';
import { ReportedValue } from '../reported-value';
import { AboutReport } from './about-report';
import { Receipt } from './receipt';
import { ReportActions } from './report-actions';
import type { ReportRecord } from './report-draft';

/** A report that was submitted: what was claimed, what became of it, and the receipt. */
export function ReadReport({
  record,
  isOwn,
}: {
  readonly record: ReportRecord;
  /** Whether it is of an organisation of the reader. */
  readonly isOwn: boolean;
}) {
  const { t } = useTranslation('portal');
  const word = useWord();
  const language = useLanguage();
  const { commitment, claimedValue, acceptedValue, asOf, decision, evidence, content, receipt } = record;
  const value = (of: number) => (
    <ReportedValue measure={commitment.measure} unit={commitment.unit} value={of} />
  );
  return (
    <div className="stack">
      {receipt ? <Receipt receipt={receipt} reportId={record.id} /> : null}
      <AboutReport record={record} />
      <Facts>
        {claimedValue === null ? null : (
          <Fact name={t('read.claimed')}>
            {value(claimedValue)} {asOf === null ? null : t('own.asOf', { day: formatDay(asOf, language) })}
          </Fact>
        )}
        {acceptedValue === null ? null : <Fact name={t('read.accepted')}>{value(acceptedValue)}</Fact>}
        {decision ? (
          <Fact name={t('read.decision')}>
            {formatDay(decision.on, language)}
            {decision.reason === null ? null : (
              <span className="line">
                <Name>{decision.reason}</Name>
              </span>
            )}
          </Fact>
        ) : null}
        <Fact name={t('evidence.title')}>
          {evidence.length === 0 ? (
            word('evidenceRank', content.evidence.find(({ figure }) => figure === 'value')?.kind ?? 'none')
          ) : (
            <ul className="own-files">
              {evidence.map(({ id, fileName, kind }) => (
                <li key={id}>
                  <Name>{fileName}</Name> · {word('evidenceRank', kind)}
                </li>
              ))}
            </ul>
          )}
        </Fact>
        {content.narrative === null ? null : (
          <Fact name={t('story.narrative')}>
            <Name>{content.narrative}</Name>
          </Fact>
        )}
        {content.obstacles.length === 0 ? null : (
          <Fact name={t('read.obstacles')}>
            <ul className="plain-list">
              {content.obstacles.map(({ kind, text }, at) => (
                <li key={at}>
                  {word('obstacleKind', kind)}: <Name>{text}</Name>
                </li>
              ))}
            </ul>
          </Fact>
        )}
      </Facts>
      {content.breakdowns.map((breakdown) => (
        <Parts key={breakdown.by} of={breakdown} unit={commitment.unit} />
      ))}
      {isOwn ? <ReportActions record={record} /> : null}
    </div>
  );
}

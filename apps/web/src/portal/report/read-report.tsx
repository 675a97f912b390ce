import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Fact, Facts } from '@/ui/facts';
import { Name } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { ReportedValue } from '../reported-value';
import { AboutReport } from './about-report';
import { Receipt } from './receipt';
import type { ReportRecord } from './report-draft';

/** A report that was submitted: what was claimed, what became of it, and the receipt. */
export function ReadReport({ record }: { readonly record: ReportRecord }) {
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
      </Facts>
    </div>
  );
}

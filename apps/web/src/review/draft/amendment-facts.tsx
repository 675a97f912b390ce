import { useTranslation } from 'react-i18next';
import { Fact, Facts } from '@/ui/facts';
import type { components } from '../../../.generated/schema';
import { DayValue, RecordValue, WordsValue } from '../changes/field-values';
import { FileName } from './file-name';

/** The act behind an amendment: its number, its days, why, and where it can be read. */
export function AmendmentFacts({
  agreementId,
  amendment,
}: {
  readonly agreementId: string;
  readonly amendment: components['schemas']['AmendmentResponse'];
}) {
  const { t } = useTranslation('review');
  const { number, signedOn, effectiveOn, rationale, fileId, sourceId } = amendment;
  return (
    <section className="section">
      <h2>{t('amendment.title')}</h2>
      <Facts>
        <Fact name={t('amendment.number')}>
          <WordsValue of={number} />
        </Fact>
        <Fact name={t('amendment.signedOn')}>
          <DayValue day={signedOn} />
        </Fact>
        <Fact name={t('amendment.effectiveOn')}>
          <DayValue day={effectiveOn} />
        </Fact>
        <Fact name={t('amendment.rationale')}>
          <WordsValue of={rationale} />
        </Fact>
        {fileId ? (
          <Fact name={t('amendment.file')}>
            <FileName agreementId={agreementId} id={fileId} />
          </Fact>
        ) : null}
        {sourceId || !fileId ? (
          <Fact name={t('amendment.source')}>
            <RecordValue kind="source" id={sourceId} />
          </Fact>
        ) : null}
      </Facts>
    </section>
  );
}

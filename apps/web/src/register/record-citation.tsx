import { useTranslation } from 'react-i18next';
import { useLanguage, usePermanentAddress } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Name, useText } from '@/ui/text';
import type { AgreementRecord } from './queries';

/** The permanent address, and how to name this record elsewhere. */
export function RecordCitation({ record }: { readonly record: AgreementRecord }) {
  const { t } = useTranslation('register');
  const text = useText();
  const language = useLanguage();
  const address = usePermanentAddress()(`/agreements/${record.reference}`);
  return (
    <section className="section" aria-labelledby="cite">
      <h2 id="cite">{t('cite.title')}</h2>
      <p className="cite">
        {t('cite.text', {
          title: text(record.title),
          reference: record.reference,
          version: record.version,
          day: formatDay(record.asOf, language),
        })}{' '}
        <Name>{address}</Name>
      </p>
      <p className="small muted">
        {t('cite.version', { version: record.version, day: formatDay(record.recordedOn, language) })}
      </p>
      <p className="small muted">{t('cite.reuse')}</p>
    </section>
  );
}

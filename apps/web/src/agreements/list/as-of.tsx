import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { ListAddress } from './use-list-address';

/** The day at whose end the register is looked at; empty is today. */
export function AsOfField({ address }: { readonly address: ListAddress }) {
  const { t } = useTranslation('agreements');
  return (
    <label className="list-day">
      <span>{t('asOf.label')}</span>
      <input
        type="date"
        className="control"
        value={address.get('asOf') ?? ''}
        onChange={({ target }) => address.change({ asOf: target.value || null })}
      />
    </label>
  );
}

/** Says above everything that what is shown is the past, and what in it is not. */
export function AsOfBanner({
  asOf,
  onToday,
}: {
  readonly asOf: { readonly day: string; readonly ofToday: readonly string[] } | undefined;
  readonly onToday: () => void;
}) {
  const { t, i18n } = useTranslation('agreements');
  const language = useLanguage();
  if (!asOf) return null;
  const kept = asOf.ofToday.map((code) =>
    i18n.exists(`asOf.part.${code}`, { ns: 'agreements' }) ? t(`asOf.part.${code}` as never) : code,
  );
  return (
    <Notice tone="attention" title={t('asOf.title', { day: formatDay(asOf.day, language) })}>
      <p>
        {kept.length > 0
          ? t('asOf.ofToday', {
              parts: new Intl.ListFormat(language, { type: 'conjunction' }).format(kept),
            })
          : t('asOf.whole')}
      </p>
      <Button weight="quiet" onClick={onToday}>
        {t('asOf.back')}
      </Button>
    </Notice>
  );
}

import { useTranslation } from 'react-i18next';
import { LOCALES } from '@/app/languages';
import { useLanguage } from '@/app/services';

/** A country by its code in the page's language; a code that the browser does not know stands as it is. */
export function CountryName({ of: code }: { readonly of: string | null }) {
  const { t } = useTranslation('words');
  const language = useLanguage();
  if (!code) return <>{t('absence.not_published')}</>;
  const names = new Intl.DisplayNames(LOCALES[language], { type: 'region', fallback: 'code' });
  return <>{/^[A-Z]{2}$/.test(code) ? names.of(code) : code}</>;
}

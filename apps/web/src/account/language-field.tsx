import { useTranslation } from 'react-i18next';
import { LANGUAGES, LANGUAGE_NAMES, type Language } from '@/app/languages';
import { SelectField } from '@/ui/field';

interface LanguageFieldProps {
  readonly value: Language;
  readonly onChange: (language: Language) => void;
  readonly error?: string | undefined;
}

/** The language in which the register speaks and writes to somebody; each by its own name. */
export function LanguageField({ value, onChange, error }: LanguageFieldProps) {
  const { t } = useTranslation('account');
  return (
    <SelectField
      label={t('language')}
      hint={t('languageHint')}
      field="language"
      choices={LANGUAGES.map((each) => ({ value: each, label: LANGUAGE_NAMES[each] }))}
      value={value}
      onChange={({ target }) => onChange(target.value as Language)}
      error={error ?? null}
    />
  );
}

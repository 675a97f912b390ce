import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, directionOf } from '@/app/languages';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { Name, Text, type TextInLanguages } from '@/ui/text';
import { useCodeOfField } from '@/words/use-code-of-field';

interface Change {
  readonly from: unknown;
  readonly to: unknown;
}

/** What changed, field by field: before and after. Entries that say nothing of the kind show nothing. */
export function Changes({ payload }: { readonly payload: object }) {
  const { t, i18n } = useTranslation(['records', 'words']);
  const arrow = directionOf(useLanguage()) === 'rtl' ? '←' : '→';
  const changed = Object.entries(changedIn(payload));
  if (changed.length === 0) return null;
  const nameOf = (field: string) =>
    i18n.exists(`records:field.${field}`)
      ? t(`records:field.${field}` as 'records:field.names')
      : i18n.exists(`words:field.${field}`)
        ? t(`words:field.${field}` as 'words:field.title')
        : field;
  return (
    <dl className="changes">
      {changed.map(([field, { from, to }]) => (
        <div key={field}>
          <dt>{nameOf(field)}</dt>
          <dd>
            <del>
              <Value of={from} field={field} />
            </del>{' '}
            <span aria-hidden="true">{arrow}</span>{' '}
            <ins>
              <Value of={to} field={field} />
            </ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function changedIn(payload: object): Readonly<Record<string, Change>> {
  const { changed } = payload as { readonly changed?: unknown };
  if (typeof changed !== 'object' || changed === null) return {};
  const pairs = Object.entries(changed).filter(
    ([, change]) => typeof change === 'object' && change !== null && 'from' in change && 'to' in change,
  );
  return Object.fromEntries(pairs);
}

function Value({ of: value, field }: { readonly of: unknown; readonly field: string }): ReactNode {
  const { t } = useTranslation(['words', 'records']);
  const language = useLanguage();
  const inWords = useCodeOfField();
  if (value === null || value === undefined || value === '') return t('absence.not_stated');
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return <time dateTime={value}>{formatDay(value, language)}</time>;
    return <Name>{inWords(field, value) ?? value}</Name>;
  }
  if (typeof value === 'boolean') return t(value ? 'records:value.yes' : 'records:value.no');
  if (typeof value === 'number') return formatNumber(value, language);
  if (isText(value)) {
    return LANGUAGES.filter((language) => value[language]).map((language) => (
      <span key={language}>
        <Text of={{ [language]: value[language] }} />{' '}
      </span>
    ));
  }
  return <code className="digest">{JSON.stringify(value)}</code>;
}

function isText(value: object): value is TextInLanguages {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => (LANGUAGES as readonly string[]).includes(key));
}

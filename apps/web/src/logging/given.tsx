import { useTranslation } from 'react-i18next';
import { LANGUAGES, LANGUAGE_NAMES, directionOf } from '@/app/languages';
import { readDate } from '@/formats/read-date';
import { DeadlineDate } from '@/ui/stated-date';
import { Name } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { type Stated, type Texts, hasText } from './draft/document';

/** A value, or in words that there is none. */
export function Given({ children }: { readonly children: string | null | undefined }) {
  const { t } = useTranslation('logging');
  return children?.trim() ? <Name>{children}</Name> : <span className="muted">{t('check.empty')}</span>;
}

export function GivenTexts({ of }: { readonly of: Texts | null }) {
  const { t } = useTranslation('logging');
  if (!hasText(of)) return <span className="muted">{t('check.empty')}</span>;
  return (
    <>
      {LANGUAGES.filter((language) => of?.[language]?.trim()).map((language) => (
        <p key={language}>
          <bdi lang={language} dir={directionOf(language)}>
            {of?.[language]}
          </bdi>{' '}
          <small className="muted" lang={language}>
            {LANGUAGE_NAMES[language]}
          </small>
        </p>
      ))}
    </>
  );
}

/** A date as it is understood, or why there is none. */
export function GivenDate({
  date,
  absence,
}: {
  readonly date: Stated | null;
  readonly absence?: string | null;
}) {
  const { t } = useTranslation('logging');
  const word = useWord();
  const read = date ? readDate(date.stated) : null;
  if (read) return <DeadlineDate date={read} />;
  if (date) return <Name>{date.stated}</Name>;
  return <span className="muted">{absence ? word('absence', absence) : t('check.empty')}</span>;
}

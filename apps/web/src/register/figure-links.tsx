import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import type { Figure } from './figures';
import { pageOfRows } from './question';

/** A number, which leads to the rows behind it; where there is none, the word for that leads to what it means. */
export function FigureLink({
  figure,
  children,
}: {
  readonly figure: Figure;
  /** The number in other clothes: with its unit. */
  readonly children?: ReactNode;
}) {
  const language = useLanguage();
  if (figure.value === null) return <AbsenceLink absence={figure.absence ?? 'none_recorded'} />;
  return (
    <Link className="number" to={pageOfRows(figure.rows)}>
      {children ?? formatNumber(figure.value, language)}
    </Link>
  );
}

/** A count as the sentence says it, `28 published agreements`: the way to the rows behind it. */
export function CountLink({ figure, of }: { readonly figure: Figure; readonly of: keyof typeof COUNTED }) {
  const { t } = useTranslation('register');
  return <FigureLink figure={figure}>{t(COUNTED[of], { count: figure.value ?? 0 })}</FigureLink>;
}

const COUNTED = { agreements: 'counted.agreements', commitments: 'counted.commitments' } as const;

/** Stands below numbers that have no heading of their own: the way to what each of them means. */
export function Meanings({ of }: { readonly of: readonly { readonly id: string; readonly name: string }[] }) {
  const { t } = useTranslation('register');
  return (
    <span className="small muted block">
      {t('meanings')}{' '}
      {of.map(({ id, name }, place) => (
        <span key={id}>
          {place > 0 ? t('separator') : null}
          <DefinitionLink id={id}>{name}</DefinitionLink>
        </span>
      ))}
    </span>
  );
}

/** Why there is no number. */
export function AbsenceLink({ absence }: { readonly absence: 'not_additive' | 'none_recorded' }) {
  const { t } = useTranslation('register');
  return (
    <Link className="absent" to={definitionPath(`absence.${absence}`)}>
      {t(`absence.${absence}`)}
    </Link>
  );
}

/** The way to what a word means; the word itself is the link. */
export function DefinitionLink({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <Link className="defined" to={definitionPath(id)}>
      {children}
    </Link>
  );
}

/** Where a word is explained. */
export function definitionPath(id: string): string {
  return `/definitions/${id}`;
}

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

import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { isolated } from '@/i18n/sentences';
import { focusBeside } from '@/ui/focus-beside';
import { useNameOf } from './names';
import { NARROWINGS, changedAddress, searchOf } from './question';

/** What the view is narrowed to, in words; each is a link to the view without it. */
export function Narrowings({ base }: { readonly base: string }) {
  const { t } = useTranslation('register');
  const [address] = useSearchParams();
  const nameOf = useNameOf();
  const chosen = NARROWINGS.flatMap((name) => {
    const value = address.get(name);
    return value ? [{ name, value }] : [];
  });
  if (chosen.length === 0) return null;
  return (
    <ul className="narrowings">
      {chosen.map(({ name, value }) => (
        <li key={name}>
          <Link
            to={`${base}${searchOf(changedAddress(address, { [name]: null }))}`}
            replace
            preventScrollReset
            onClick={({ currentTarget }) => focusBeside(currentTarget)}
            aria-label={t('filters.remove', {
              what: `${t(`filters.${name}`)} ${isolated(nameOf(name, value))}`,
            })}
          >
            <span className="muted">{t(`filters.${name}`)}</span> <bdi>{nameOf(name, value)}</bdi>
            <span className="no-print" aria-hidden="true">
              {' '}
              ×
            </span>
          </Link>
        </li>
      ))}
      {chosen.length > 1 ? (
        <li className="no-print">
          <Link to={base} replace preventScrollReset>
            {t('filters.clear')}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';

/** The way to the next page of a list and back to its beginning: each page has an address. */
export function PageLinks({ nextCursor }: { readonly nextCursor: string | null }) {
  const { t } = useTranslation('ui');
  const [search] = useSearchParams();
  const cursor = search.get('cursor');
  if (!nextCursor && !cursor) return null;
  return (
    <nav className="row no-print" aria-label={t('pages.label')}>
      {cursor ? <Link to={`?${withCursor(search, null)}`}>{t('pages.first')}</Link> : null}
      {nextCursor ? <Link to={`?${withCursor(search, nextCursor)}`}>{t('pages.next')}</Link> : null}
    </nav>
  );
}

function withCursor(search: URLSearchParams, cursor: string | null): string {
  const changed = new URLSearchParams(search);
  if (cursor) changed.set('cursor', cursor);
  else changed.delete('cursor');
  return changed.toString();
}

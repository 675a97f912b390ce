import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '@/app/services';
import { Notice } from '@/ui/notice';
import { Name } from '@/ui/text';

/** Letters from which on a name tells people apart. */
const ENOUGH = 3;

/** Who is in the register already under this name or one much alike: two records of one person are hard to join. */
export function LikelyPersons({ name }: { readonly name: string }) {
  const { t } = useTranslation('people');
  const asked = useDeferredValue(name.trim());
  const isEnough = asked.length >= ENOUGH;
  const { data } = useApi().useQuery(
    'get',
    '/api/v1/persons',
    { params: { query: { q: asked, limit: 5 } } },
    { enabled: isEnough, placeholderData: keepPreviousData },
  );
  const found = isEnough ? (data?.items ?? []) : [];
  return (
    <div role="status">
      {found.length > 0 ? (
        <Notice tone="attention" title={t('persons.alike', { count: found.length })}>
          <ul>
            {found.map(({ id, names }) => (
              <li key={id}>
                <Link to={`/staff/persons/${id}`}>
                  <Name>{names.map(({ value }) => value).join(' · ')}</Name>
                </Link>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '@/app/services';
import { Badge } from '@/ui/badge';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Text } from '@/ui/text';

interface AppearsInProps {
  /** The filter of the list of agreements by which this record is found. */
  readonly by: { readonly organisation: string } | { readonly event: string };
  /** The same as an address has it. */
  readonly all: string;
}

/** The first agreements in which a record appears, and the way to all of them. */
export function AppearsIn({ by, all }: AppearsInProps) {
  const { t } = useTranslation(['people', 'words']);
  const query = useApi().useQuery('get', '/api/v1/agreements', { params: { query: { ...by, limit: 10 } } });
  return (
    <section className="section">
      <h2>{t('appears.title')}</h2>
      <Loaded query={query}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title={t('appears.none')} />
          ) : (
            <>
              <Table
                caption={t('appears.title')}
                captionHidden
                rows={items}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'reference',
                    heading: t('words:field.reference'),
                    cell: ({ id, reference }) => (
                      <Link className="nowrap" to={`/staff/agreements/${id}`}>
                        {reference}
                      </Link>
                    ),
                  },
                  {
                    key: 'title',
                    heading: t('words:field.title'),
                    isRowHeading: true,
                    cell: ({ title }) => <Text of={title} />,
                  },
                  {
                    key: 'state',
                    heading: t('words:field.legalState'),
                    cell: ({ legalState }) => (
                      <Badge>{t(`words:legalState.${legalState as 'signed'}`)}</Badge>
                    ),
                  },
                ]}
              />
              <p>
                <Link to={`/staff/agreements?${all}`}>{t('appears.all', { count: total })}</Link>
              </p>
            </>
          )
        }
      </Loaded>
    </section>
  );
}

import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { PageLinks } from '@/ui/page-links';
import { Empty, Loaded } from '@/ui/states';
import { type Column, Table } from '@/ui/table';
import './records.css';

interface ListOf<Row> {
  readonly items: readonly Row[];
  readonly total: number;
  readonly totalIsAtLeast?: boolean;
  readonly nextCursor: string | null;
}

interface RecordListProps<Row, Page extends ListOf<Row>> {
  readonly query: UseQueryResult<Page, unknown>;
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  /** Said when there is nothing at all, and what to do about it. */
  readonly empty: string;
  readonly emptyText?: ReactNode;
  /** Above the table, of what was read. */
  readonly above?: (page: Page) => ReactNode;
}

/** A page of a list: how many there are, the rows, the way to the next ones; or why there are none. */
export function RecordList<Row, Page extends ListOf<Row>>(props: RecordListProps<Row, Page>) {
  const { query, caption, columns, rowKey, empty, emptyText, above } = props;
  const { t } = useTranslation('records');
  const [search] = useSearchParams();
  const isFiltered = [...search.keys()].some((key) => key !== 'cursor');
  return (
    <Loaded query={query} lines={8}>
      {(page) => (
        <div className="stack" aria-busy={query.isFetching || undefined}>
          {above?.(page)}
          <p className="muted" role="status">
            {page.totalIsAtLeast
              ? t('list.atLeast', { count: page.total })
              : t('list.total', { count: page.total })}
          </p>
          {page.items.length === 0 ? (
            <Empty title={isFiltered ? t('list.noMatch') : empty}>
              {isFiltered ? t('list.noMatchText') : emptyText}
            </Empty>
          ) : (
            <Table caption={caption} captionHidden columns={columns} rows={page.items} rowKey={rowKey} />
          )}
          <PageLinks nextCursor={page.nextCursor} />
        </div>
      )}
    </Loaded>
  );
}

import { keepPreviousData } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Button } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { PageLinks } from '@/ui/page-links';
import { RowKeys } from '@/ui/row-keys';
import { ShortcutList } from '@/ui/shortcut-list';
import { Empty, Failure, Skeleton } from '@/ui/states';
import { Table } from '@/ui/table';
import { useShortcuts } from '@/ui/use-shortcuts';
import { STANDARD_COMMITMENT_COLUMNS, useCommitmentColumns } from './commitment-columns';
import {
  COMMITMENT_FILTERS,
  CommitmentFilters,
  useCommitmentChips,
  useCommitmentFacets,
} from './commitment-facets';
import { AsOfBanner, AsOfField } from './list/as-of';
import { ColumnChoice } from './list/column-choice';
import { ListSearch } from './list/list-search';
import { SavedViews } from './list/saved-views';
import { type ListAddress, queryOf, useListAddress } from './list/use-list-address';
import './list/list.css';

/** What a kept view of the list holds beside its columns. */
const OF_A_VIEW = [...COMMITMENT_FILTERS, 'sort'];
const PAGE = 50;

/** The table of commitments: what is owed, by whom, until when, and how it stands today. */
export function CommitmentsPage() {
  const { t } = useTranslation('agreements');
  const address = useListAddress();
  const field = useRef<HTMLInputElement>(null);
  const [showsKeys, setShowsKeys] = useState(false);
  const [isNarrowing, setNarrowing] = useState(false);
  const [isNaming, setNaming] = useState(false);
  const facets = useCommitmentFacets(address);
  const chips = useCommitmentChips(facets.data?.facets ?? [], address);
  const columns = useCommitmentColumns();
  useShortcuts([
    { key: '/', run: () => field.current?.focus() },
    { key: 's', run: () => setNaming(true) },
    { key: '?', run: () => setShowsKeys(true) },
  ]);
  return (
    <Page title={t('commitments.title')} wide>
      <RowKeys>
        <div className="stack">
          <div className="list-tools no-print">
            <ListSearch
              address={address}
              label={t('commitments.search')}
              hint={t('commitments.searchHint')}
              field={field}
            />
            <AsOfField address={address} />
            <ColumnChoice
              columns={columns.filter(({ key }) => key !== 'title')}
              chosen={chosenColumns(address)}
              onChange={(chosen) => address.change({ columns: chosen?.join(',') ?? null }, { replace: true })}
            />
            <Button weight="quiet" onClick={() => setShowsKeys(true)}>
              {t('keys.show')}
            </Button>
          </div>
          <SavedViews list="commitments" known={OF_A_VIEW} naming={isNaming} onNaming={setNaming} />
          <div className="list">
            <aside className="list-facets no-print" aria-label={t('list.narrow')}>
              <Button
                aria-expanded={isNarrowing}
                aria-controls="list-facets"
                onClick={() => setNarrowing(!isNarrowing)}
              >
                {t('list.narrow')}
              </Button>
              <div id="list-facets" className={isNarrowing ? 'list-facets-open' : ''}>
                <CommitmentFilters facets={facets} address={address} />
              </div>
            </aside>
            <div className="stack list-rows">
              <Chips
                label={t('list.narrowedBy')}
                chips={chips}
                onClear={() =>
                  address.change(Object.fromEntries(COMMITMENT_FILTERS.slice(2).map((name) => [name, null])))
                }
              />
              <Rows address={address} />
            </div>
          </div>
        </div>
      </RowKeys>
      <ShortcutList
        open={showsKeys}
        onClose={() => setShowsKeys(false)}
        shortcuts={[
          { keys: ['/'], does: t('keys.search') },
          { keys: ['↓', '↑'], does: t('keys.rows') },
          { keys: ['Enter'], does: t('keys.open') },
          { keys: ['s'], does: t('views.save') },
          { keys: ['?'], does: t('keys.this') },
        ]}
      />
    </Page>
  );
}

function Rows({ address }: { readonly address: ListAddress }) {
  const { t } = useTranslation('agreements');
  const language = useLanguage();
  const chosen = chosenColumns(address);
  const columns = useCommitmentColumns().filter(({ key }) => key === 'title' || chosen.includes(key));
  const commitments = useApi().useQuery(
    'get',
    '/api/v1/commitments',
    { params: { query: { ...queryOf(address.search, [...OF_A_VIEW, 'cursor']), limit: PAGE } as never } },
    { placeholderData: keepPreviousData },
  );
  const { data } = commitments;
  if (commitments.isError && !commitments.isPlaceholderData) {
    return <Failure error={commitments.error} onRetry={() => void commitments.refetch()} />;
  }
  if (!data) return <Skeleton lines={12} />;
  return (
    <>
      <AsOfBanner asOf={data.asOf} onToday={() => address.change({ asOf: null })} />
      <p role="status" className="muted">
        {data.totalIsAtLeast
          ? t('list.countAtLeast', { number: formatNumber(data.total, language) })
          : t('commitments.count', { count: data.total })}
      </p>
      {data.items.length === 0 ? (
        <Empty title={t('commitments.none')}>{t('list.noneText')}</Empty>
      ) : (
        <div className={commitments.isPlaceholderData ? 'list-stale' : undefined}>
          <Table
            caption={t('commitments.title')}
            captionHidden
            columns={columns}
            rows={data.items}
            rowKey={({ id }) => id}
            sort={address.get('sort') ?? 'lastDay'}
            onSort={(sort) => address.change({ sort })}
          />
        </div>
      )}
      <PageLinks nextCursor={data.nextCursor} />
    </>
  );
}

function chosenColumns(address: ListAddress): readonly string[] {
  const chosen = address.valuesOf('columns');
  return chosen.length > 0 ? chosen : STANDARD_COMMITMENT_COLUMNS;
}

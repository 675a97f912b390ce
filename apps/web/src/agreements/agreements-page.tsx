import { keepPreviousData } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Page } from '@/app/page';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatNumber } from '@/formats/numbers';
import { Button, ButtonLink } from '@/ui/button';
import { type Chip, Chips } from '@/ui/chips';
import { PageLinks } from '@/ui/page-links';
import { RowKeys } from '@/ui/row-keys';
import { ShortcutList } from '@/ui/shortcut-list';
import { Empty, Failure, Skeleton } from '@/ui/states';
import { Table } from '@/ui/table';
import { useShortcuts } from '@/ui/use-shortcuts';
import { STANDARD_COLUMNS, useAgreementColumns } from './agreement-columns';
import { AgreementFacetList, useFacetChips } from './agreement-facets';
import { AsOfBanner, AsOfField } from './list/as-of';
import { ColumnChoice } from './list/column-choice';
import { ListSearch } from './list/list-search';
import { SavedViews } from './list/saved-views';
import { StageLinks } from './list/stage-links';
import { type ListAddress, queryOf, useListAddress } from './list/use-list-address';
import './list/list.css';

/** Parameters of the address that the facets know too. */
const FILTERS = [
  ...['q', 'asOf', 'stage', 'instrumentType', 'legalState', 'sector', 'region', 'deadlineYear', 'event'],
  ...['owner', 'published', 'organisation', 'tag', 'signedFrom', 'signedTo'],
];
/** What a kept view of the list holds beside its columns. */
const OF_A_VIEW = [...FILTERS, 'sort'];
const PAGE = 50;

/** The table of agreements: searched, narrowed, sorted; every view of it is an address. */
export function AgreementsPage() {
  const { t } = useTranslation('agreements');
  const { can } = useSession();
  const address = useListAddress();
  const field = useRef<HTMLInputElement>(null);
  const facets = useFacets(address);
  const chips = useChips(address, facets.data?.facets ?? []);
  const [isNarrowing, setNarrowing] = useState(false);
  const [isNaming, setNaming] = useState(false);
  return (
    <Page
      title={t('title')}
      wide
      actions={
        can('agreement.log') ? (
          <ButtonLink to="/staff/agreements/new" weight="main">
            {t('list.log')}
          </ButtonLink>
        ) : null
      }
    >
      <RowKeys>
        <div className="stack">
          <AsOfBanner asOf={facets.data?.asOf} onToday={() => address.change({ asOf: null })} />
          <div className="list-tools no-print">
            <ListSearch
              address={address}
              label={t('list.search')}
              hint={t('list.searchHint')}
              field={field}
            />
            <AsOfField address={address} />
            <Tools address={address} field={field} onSave={() => setNaming(true)} />
          </div>
          <SavedViews list="agreements" known={OF_A_VIEW} naming={isNaming} onNaming={setNaming} />
          <StageLinks facets={facets.data?.facets} address={address} />
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
                {facets.data ? (
                  <AgreementFacetList facets={facets.data.facets} address={address} />
                ) : facets.isError ? null : (
                  <Skeleton lines={8} />
                )}
              </div>
            </aside>
            <div className="stack list-rows">
              <Chips
                label={t('list.narrowedBy')}
                chips={chips}
                onClear={() =>
                  address.change(Object.fromEntries(FILTERS.slice(3).map((name) => [name, null])))
                }
              />
              <Rows address={address} />
            </div>
          </div>
        </div>
      </RowKeys>
    </Page>
  );
}

function useFacets(address: ListAddress) {
  return useApi().useQuery(
    'get',
    '/api/v1/agreements/facets',
    { params: { query: queryOf(address.search, FILTERS) as never } },
    { placeholderData: keepPreviousData },
  );
}

function Rows({ address }: { readonly address: ListAddress }) {
  const { t } = useTranslation('agreements');
  const language = useLanguage();
  const columns = useChosenColumns(address);
  const agreements = useApi().useQuery(
    'get',
    '/api/v1/agreements',
    {
      params: { query: { ...queryOf(address.search, [...FILTERS, 'sort', 'cursor']), limit: PAGE } as never },
    },
    { placeholderData: keepPreviousData },
  );
  const { data } = agreements;
  if (agreements.isError && !agreements.isPlaceholderData) {
    return <Failure error={agreements.error} onRetry={() => void agreements.refetch()} />;
  }
  if (!data) return <Skeleton lines={12} />;
  return (
    <>
      <p role="status" className="muted">
        {data.totalIsAtLeast
          ? t('list.countAtLeast', { number: formatNumber(data.total, language) })
          : t('list.count', { count: data.total })}
      </p>
      {data.items.length === 0 ? (
        <Empty title={t('list.none')}>{t('list.noneText')}</Empty>
      ) : (
        <div className={agreements.isPlaceholderData ? 'list-stale' : undefined}>
          <Table
            caption={t('title')}
            captionHidden
            columns={columns}
            rows={data.items}
            rowKey={({ id }) => id}
            sort={address.get('sort')}
            onSort={(sort) => address.change({ sort })}
          />
        </div>
      )}
      <PageLinks nextCursor={data.nextCursor} />
    </>
  );
}

function useChosenColumns(address: ListAddress) {
  const all = useAgreementColumns();
  const chosen = chosenColumns(address);
  return all.filter(({ key }) => key === 'title' || chosen.includes(key));
}

function chosenColumns(address: ListAddress): readonly string[] {
  const chosen = address.valuesOf('columns');
  return chosen.length > 0 ? chosen : STANDARD_COLUMNS;
}

function Tools({
  address,
  field,
  onSave,
}: {
  readonly address: ListAddress;
  readonly field: { readonly current: HTMLInputElement | null };
  readonly onSave: () => void;
}) {
  const { t } = useTranslation('agreements');
  const { can } = useSession();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const columns = useAgreementColumns();
  const [showsKeys, setShowsKeys] = useState(false);
  useShortcuts([
    { key: '/', run: () => field.current?.focus() },
    { key: 's', run: onSave },
    { key: '?', run: () => setShowsKeys(true) },
    ...(can('agreement.log') ? [{ key: 'n', run: () => void navigate(`${pathname}/new`) }] : []),
  ]);
  return (
    <>
      <ColumnChoice
        columns={columns.filter(({ key }) => key !== 'title')}
        chosen={chosenColumns(address)}
        onChange={(chosen) => address.change({ columns: chosen?.join(',') ?? null }, { replace: true })}
      />
      <Button weight="quiet" onClick={() => setShowsKeys(true)}>
        {t('keys.show')}
      </Button>
      <ShortcutList
        open={showsKeys}
        onClose={() => setShowsKeys(false)}
        shortcuts={[
          { keys: ['/'], does: t('keys.search') },
          { keys: ['↓', '↑'], does: t('keys.rows') },
          { keys: ['Enter'], does: t('keys.open') },
          { keys: ['s'], does: t('views.save') },
          ...(can('agreement.log') ? [{ keys: ['n'], does: t('keys.log') }] : []),
          { keys: ['?'], does: t('keys.this') },
        ]}
      />
    </>
  );
}

/** What narrows the list, with what no facet has: a day, a tag, an organisation. */
function useChips(address: ListAddress, facets: Parameters<typeof useFacetChips>[0]): readonly Chip[] {
  const { t } = useTranslation(['agreements', 'words']);
  const ofFacets = useFacetChips(facets, address);
  const chip = (key: string, name: string, value = address.get(key)): readonly Chip[] =>
    value === null ? [] : [{ key, name, value, onRemove: () => address.change({ [key]: null }) }];
  return [
    ...ofFacets,
    ...chip('tag', t('words:field.tags')),
    ...chip('organisation', t('words:field.party'), address.get('organisation') && t('list.oneOrganisation')),
    ...chip('signedFrom', t('list.signedFrom')),
    ...chip('signedTo', t('list.signedTo')),
  ];
}

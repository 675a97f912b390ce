import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Button } from '@/ui/button';
import { Facet } from '@/ui/facets';
import { SelectField, TextField } from '@/ui/field';
import { useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { ListAddress } from './list/use-list-address';

/** The statuses that facts known today can give, the most pressing first. */
const STATUSES = [
  ...['overdue_unreported', 'due_soon', 'unreported', 'no_deadline', 'suspended'],
  ...['closed_partial', 'closed_not_met', 'closed_unknown', 'waived', 'cancelled', 'ended'],
];
const KINDS = [
  ...['jobs', 'training', 'grants', 'placement_rate', 'investment', 'export_revenue', 'turnover'],
  ...['facility', 'connectivity', 'cooperation', 'digitisation', 'public_support'],
];
const LEVELS = ['firm', 'programme', 'capacity'];
const FILTERS = [
  'status',
  'kind',
  'region',
  'sector',
  'level',
  'dueFrom',
  'dueTo',
  'zone',
  'organisation',
  'obligor',
];

/** By what the table of commitments is narrowed. */
export function CommitmentFilters({ address }: { readonly address: ListAddress }) {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const text = useText();
  const api = useApi();
  const all = { params: { query: { limit: 100 } } };
  const regions = api.useQuery('get', '/api/v1/regions', all, { staleTime: 600_000 }).data?.items ?? [];
  const sectors = api.useQuery('get', '/api/v1/sectors', all, { staleTime: 600_000 }).data?.items ?? [];
  const one = (name: string, label: string, choices: readonly { value: string; label: string }[]) => (
    <SelectField
      label={label}
      none={t('list.all')}
      choices={choices}
      value={address.get(name) ?? ''}
      onChange={({ target }) => address.change({ [name]: target.value || null })}
    />
  );
  const day = (name: string, label: string) => (
    <TextField
      label={label}
      type="date"
      value={address.get(name) ?? ''}
      onChange={({ target }) => address.change({ [name]: target.value || null })}
    />
  );
  const isNarrowed = FILTERS.some((name) => address.get(name));
  return (
    <div className="stack">
      <Facet
        name={t('commitments.status')}
        values={STATUSES.map((value) => ({ value, name: word('status', value) }))}
        chosen={address.valuesOf('status')}
        onToggle={(value) => address.toggle('status', value)}
        open
      />
      {one(
        'kind',
        t('words:field.kind'),
        KINDS.map((value) => ({ value, label: word('kind', value) })),
      )}
      {one(
        'region',
        t('facet.region'),
        regions.map(({ code, names }) => ({ value: code, label: text(names) })),
      )}
      {one(
        'sector',
        t('facet.sector'),
        sectors.map(({ code, names }) => ({ value: code, label: text(names) })),
      )}
      {one(
        'level',
        t('words:field.level'),
        LEVELS.map((value) => ({ value, label: word('level', value) })),
      )}
      {day('dueFrom', t('commitments.dueFrom'))}
      {day('dueTo', t('commitments.dueTo'))}
      {isNarrowed ? (
        <Button
          weight="quiet"
          onClick={() => address.change(Object.fromEntries(FILTERS.map((name) => [name, null])))}
        >
          {t('list.clear')}
        </Button>
      ) : null}
    </div>
  );
}

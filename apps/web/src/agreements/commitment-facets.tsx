import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import type { Chip } from '@/ui/chips';
import { TextField } from '@/ui/field';
import { Skeleton } from '@/ui/states';
import { useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { FacetList, type FacetWords, facetChips } from './list/facet-list';
import { type ListAddress, queryOf } from './list/use-list-address';

type FacetOfCommitments = components['schemas']['CommitmentFacetsResponse']['facets'][number];
type Code = FacetOfCommitments['code'];

/** Parameters of the address by which commitments are narrowed; the facets know each. */
export const COMMITMENT_FILTERS = [
  ...['q', 'asOf', 'status', 'kind', 'level', 'sector', 'region', 'deadlineYear'],
  ...['zone', 'organisation', 'obligor', 'dueFrom', 'dueTo'],
];

const OPEN: ReadonlySet<Code> = new Set(['status', 'kind']);

/** How many commitments have each value by which they are narrowed. */
export function useCommitmentFacets(address: ListAddress) {
  return useApi().useQuery(
    'get',
    '/api/v1/commitments/facets',
    { params: { query: queryOf(address.search, COMMITMENT_FILTERS) as never } },
    { placeholderData: keepPreviousData },
  );
}

/** By what the table of commitments is narrowed, with counts; days between two dates beside them. */
export function CommitmentFilters({
  facets,
  address,
}: {
  readonly facets: ReturnType<typeof useCommitmentFacets>;
  readonly address: ListAddress;
}) {
  const { t } = useTranslation('agreements');
  const words = useFacetWords();
  const day = (name: string, label: string) => (
    <TextField
      label={label}
      type="date"
      value={address.get(name) ?? ''}
      onChange={({ target }) => address.change({ [name]: target.value || null })}
    />
  );
  return (
    <div className="stack">
      {facets.data ? (
        <div>
          <FacetList facets={facets.data.facets} address={address} words={words} open={OPEN} />
        </div>
      ) : facets.isError ? null : (
        <Skeleton lines={8} />
      )}
      {day('dueFrom', t('commitments.dueFrom'))}
      {day('dueTo', t('commitments.dueTo'))}
    </div>
  );
}

/** What narrows the list, with what no facet has. */
export function useCommitmentChips(
  facets: readonly FacetOfCommitments[],
  address: ListAddress,
): readonly Chip[] {
  const { t } = useTranslation(['agreements', 'words']);
  const words = useFacetWords();
  const chip = (key: string, name: string, value: string | null): readonly Chip[] =>
    address.get(key) === null || value === null
      ? []
      : [{ key, name, value, onRemove: () => address.change({ [key]: null }) }];
  return [
    ...facetChips({ facets, address, words }),
    ...chip('zone', t('words:field.zones'), t('commitments.oneZone')),
    ...chip('organisation', t('words:field.party'), t('list.oneOrganisation')),
    ...chip('obligor', t('words:field.obligor'), t('list.oneOrganisation')),
    ...chip('dueFrom', t('commitments.dueFrom'), address.get('dueFrom')),
    ...chip('dueTo', t('commitments.dueTo'), address.get('dueTo')),
  ];
}

function useFacetWords(): FacetWords<Code> {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const text = useText();
  return {
    facet: (code) => {
      if (code === 'status') return t('commitments.status');
      if (code === 'deadlineYear') return t('commitments.deadlineYear');
      return code === 'region' || code === 'sector' ? t(`facet.${code}`) : t(`words:field.${code}`);
    },
    value: (code, { value, names }) => {
      if (value === 'none')
        return t(code === 'deadlineYear' ? 'commitments.withoutDeadline' : 'facet.none.other');
      if (code === 'status' || code === 'kind' || code === 'level') return word(code, value);
      return names ? text(names) : value;
    },
  };
}

import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHref, useSearchParams } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { Button } from '@/ui/button';
import { SelectField, TextField } from '@/ui/field';
import { useNameOf } from './names';
import type { Facets } from './queries';
import { changedAddress } from './question';

/** How long nobody types before the list follows. */
const PAUSE = 250;

const FACETS = ['sector', 'region', 'year', 'instrumentType', 'kind'] as const;
const SORTS = ['-signed', 'signed', '-recorded', 'reference'] as const;

/**
 * Search and filters. Every view has its address: with script the address follows while one types and chooses, without
 * it the form is sent.
 */
export function AgreementFilters({ facets }: { readonly facets: Facets | null }) {
  const { t } = useTranslation('register');
  const [address, setAddress] = useSearchParams();
  const action = useHref('/');
  const change = (changes: Readonly<Record<string, string | null>>) =>
    setAddress((now) => changedAddress(now, changes), { replace: true, preventScrollReset: true });
  const [typed, setTyped] = useTypedSearch(address.get('q') ?? '', (q) => change({ q: q.trim() || null }));
  const search = (event: FormEvent) => {
    event.preventDefault();
    change({ q: typed.trim() || null });
  };
  return (
    <form className="filters no-print" role="search" method="get" action={action} onSubmit={search}>
      <div className="filters-search">
        <TextField
          type="search"
          name="q"
          label={t('filters.search')}
          hint={t('filters.searchHint')}
          value={typed}
          maxLength={200}
          autoComplete="off"
          onChange={({ target }) => setTyped(target.value)}
        />
        <Button type="submit" weight="main">
          {t('filters.submit')}
        </Button>
      </div>
      <div className="filters-choices">
        {FACETS.map((facet) => (
          <FacetField
            key={facet}
            facet={facet}
            counts={facets?.[facet] ?? []}
            chosen={address.get(facet) ?? ''}
            onChoose={(value) => change({ [facet]: value })}
          />
        ))}
        <SelectField
          name="sort"
          label={t('filters.sort')}
          value={address.get('sort') ?? '-signed'}
          choices={SORTS.map((value) => ({ value, label: t(`sort.${value}`) }))}
          onChange={({ target }) => change({ sort: target.value === '-signed' ? null : target.value })}
        />
      </div>
    </form>
  );
}

function FacetField({
  facet,
  counts,
  chosen,
  onChoose,
}: {
  readonly facet: (typeof FACETS)[number];
  readonly counts: readonly { readonly value: string; readonly agreements: number }[];
  readonly chosen: string;
  readonly onChoose: (value: string) => void;
}) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const nameOf = useNameOf();
  const isCounted = counts.some(({ value }) => value === chosen);
  const values = chosen === '' || isCounted ? counts : [...counts, { value: chosen, agreements: 0 }];
  const inOrder = facet === 'year' ? [...values].sort((a, b) => (a.value < b.value ? -1 : 1)) : values;
  return (
    <SelectField
      name={facet}
      label={t(`filters.${facet}`)}
      none={t('filters.all')}
      value={chosen}
      choices={inOrder.map(({ value, agreements }) => ({
        value,
        label: t('filters.counted', {
          name: nameOf(facet, value),
          number: formatNumber(agreements, language),
        }),
      }))}
      onChange={({ target }) => onChoose(target.value)}
    />
  );
}

/** What is typed goes into the address after a pause; an address that changes by itself is shown in the field. */
function useTypedSearch(
  searched: string,
  onPause: (typed: string) => void,
): [string, (typed: string) => void] {
  const [typed, setTyped] = useState(searched);
  const [known, setKnown] = useState(searched);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (known !== searched) {
    setKnown(searched);
    if (typed.trim() !== searched) setTyped(searched);
  }
  useEffect(() => () => clearTimeout(waiting.current), []);
  const type = (words: string) => {
    setTyped(words);
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => onPause(words), PAUSE);
  };
  return [typed, type];
}

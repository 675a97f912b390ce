import { useTranslation } from 'react-i18next';
import type { Chip } from '@/ui/chips';
import { Facet, type FacetValue } from '@/ui/facets';
import { useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import type { ListAddress } from './list/use-list-address';

export type AgreementFacets = components['schemas']['AgreementFacetsResponse'];
type FacetOfAgreements = AgreementFacets['facets'][number];
type Code = FacetOfAgreements['code'];

/** Open on arrival: what one narrows by most. */
const OPEN: ReadonlySet<Code> = new Set(['legalState', 'instrumentType']);

/** The questions by which agreements are narrowed, with counts. */
export function AgreementFacetList({
  facets,
  address,
}: {
  readonly facets: readonly FacetOfAgreements[];
  readonly address: ListAddress;
}) {
  const say = useFacetWords();
  return (
    <>
      {facets
        .filter(({ code }) => code !== 'stage')
        .map(({ code, values, others }) => (
          <Facet
            key={code}
            name={say.facet(code)}
            values={values.map((value): FacetValue => ({
              value: value.value,
              count: value.count,
              name: say.value(code, value),
            }))}
            others={others}
            chosen={address.valuesOf(code)}
            onToggle={(value) => toggle(address, code, value)}
            open={OPEN.has(code)}
          />
        ))}
    </>
  );
}

/** `published` is yes or no, never both. */
function toggle(address: ListAddress, code: Code, value: string): void {
  if (code !== 'published') address.toggle(code, value);
  else address.change({ published: address.get('published') === value ? null : value });
}

/** What the list is narrowed by, as chips. */
export function useFacetChips(facets: readonly FacetOfAgreements[], address: ListAddress): readonly Chip[] {
  const say = useFacetWords();
  return facets
    .filter(({ code }) => code !== 'stage')
    .flatMap(({ code, values }) =>
      address.valuesOf(code).map((chosen) => ({
        key: `${code} ${chosen}`,
        name: say.facet(code),
        value: say.value(
          code,
          values.find(({ value }) => value === chosen) ?? { value: chosen, names: null },
        ),
        onRemove: () => toggle(address, code, chosen),
      })),
    );
}

function useFacetWords() {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const text = useText();
  return {
    facet: (code: Code) => t(`facet.${code}`),
    value: (code: Code, { value, names }: Pick<FacetOfAgreements['values'][number], 'value' | 'names'>) => {
      if (value === 'none') return t(`facet.none.${code === 'event' || code === 'owner' ? code : 'other'}`);
      if (names) return text(names);
      if (code === 'published') return t(value === 'true' ? 'list.published' : 'list.unpublished');
      return code === 'legalState' || code === 'instrumentType' ? word(code, value) : value;
    },
  };
}

import { useTranslation } from 'react-i18next';
import type { Chip } from '@/ui/chips';
import { useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { FacetList, type FacetWords, facetChips } from './list/facet-list';
import type { ListAddress } from './list/use-list-address';

export type AgreementFacets = components['schemas']['AgreementFacetsResponse'];
type FacetOfAgreements = AgreementFacets['facets'][number];
type Code = FacetOfAgreements['code'];

const OPEN: ReadonlySet<Code> = new Set(['legalState', 'instrumentType']);

/** The questions by which agreements are narrowed, with counts. */
export function AgreementFacetList({
  facets,
  address,
}: {
  readonly facets: readonly FacetOfAgreements[];
  readonly address: ListAddress;
}) {
  const words = useFacetWords();
  return <FacetList {...narrowing(facets, address)} words={words} open={OPEN} />;
}

/** What the list is narrowed by, as chips. */
export function useFacetChips(facets: readonly FacetOfAgreements[], address: ListAddress): readonly Chip[] {
  const words = useFacetWords();
  return facetChips({ ...narrowing(facets, address), words });
}

/** The stage has links of its own; `published` is yes or no, never both. */
function narrowing(facets: readonly FacetOfAgreements[], address: ListAddress) {
  return {
    facets: facets.filter(({ code }) => code !== 'stage'),
    address,
    toggle: (code: Code, value: string) => {
      if (code !== 'published') address.toggle(code, value);
      else address.change({ published: address.get('published') === value ? null : value });
    },
  };
}

function useFacetWords(): FacetWords<Code> {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const text = useText();
  return {
    facet: (code) => t(`facet.${code}`),
    value: (code, { value, names }) => {
      if (value === 'none') return t(`facet.none.${code === 'event' || code === 'owner' ? code : 'other'}`);
      if (names) return text(names);
      if (code === 'published') return t(value === 'true' ? 'list.published' : 'list.unpublished');
      return code === 'legalState' || code === 'instrumentType' ? word(code, value) : value;
    },
  };
}

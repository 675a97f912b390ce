import type { Chip } from '@/ui/chips';
import { Facet } from '@/ui/facets';
import type { TextInLanguages } from '@/ui/text';
import type { ListAddress } from './use-list-address';

export interface ValueOfFacet {
  readonly value: string;
  readonly names: TextInLanguages | null;
}

/** One question by which a list is narrowed, as the API counts it. */
export interface CountedFacet<Code extends string> {
  readonly code: Code;
  readonly values: readonly (ValueOfFacet & { readonly count: number })[];
  readonly others: number;
}

/** What questions and answers are called. */
export interface FacetWords<Code extends string> {
  readonly facet: (code: Code) => string;
  readonly value: (code: Code, value: ValueOfFacet) => string;
}

interface Narrowed<Code extends string> {
  readonly facets: readonly CountedFacet<Code>[];
  readonly words: FacetWords<Code>;
  readonly address: ListAddress;
  /** Chooses an answer or takes it back; several may be chosen when left out. */
  readonly toggle?: (code: Code, value: string) => void;
}

/** The questions by which a list is narrowed, with counts. */
export function FacetList<Code extends string>({
  facets,
  words,
  address,
  toggle = address.toggle,
  open,
}: Narrowed<Code> & {
  /** Open on arrival: what one narrows by most. */
  readonly open: ReadonlySet<Code>;
}) {
  return (
    <>
      {facets.map(({ code, values, others }) => (
        <Facet
          key={code}
          name={words.facet(code)}
          values={values.map((one) => ({
            value: one.value,
            count: one.count,
            name: words.value(code, one),
          }))}
          others={others}
          chosen={address.valuesOf(code)}
          onToggle={(value) => toggle(code, value)}
          open={open.has(code)}
        />
      ))}
    </>
  );
}

/** What the list is narrowed by, as chips. */
export function facetChips<Code extends string>({
  facets,
  words,
  address,
  toggle = address.toggle,
}: Narrowed<Code>): readonly Chip[] {
  return facets.flatMap(({ code, values }) =>
    address.valuesOf(code).map((chosen) => ({
      key: `${code} ${chosen}`,
      name: words.facet(code),
      value: words.value(
        code,
        values.find(({ value }) => value === chosen) ?? { value: chosen, names: null },
      ),
      onRemove: () => toggle(code, chosen),
    })),
  );
}

import { useParams, useSearchParams } from 'react-router';

/** Two records that are looked at side by side: the address says which, and which of them stays. */
export interface MergeAddress {
  /** The record from which the page was opened. */
  readonly id: string;
  /** The other one; empty until it is chosen. */
  readonly other: string;
  readonly goneId: string;
  readonly keptId: string;
  readonly chooseOther: (id: string) => void;
  readonly letStay: (id: string) => void;
}

/** Reads and writes the address of a merge, so that it can be sent to somebody and gone back through. */
export function useMergeAddress(): MergeAddress {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const other = search.get('with') ?? '';
  const keptId = search.get('stays') === 'other' ? other : id;
  return {
    id,
    other,
    keptId,
    goneId: keptId === id ? other : id,
    chooseOther: (chosen) => setSearch({ with: chosen }),
    letStay: (stays) =>
      setSearch({ with: other, ...(stays === other ? { stays: 'other' } : {}) }, { replace: true }),
  };
}

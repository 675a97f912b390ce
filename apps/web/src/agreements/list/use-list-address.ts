import { useMemo } from 'react';
import { useSearchParams } from 'react-router';

/** What a list is asked for, as the address has it: every view of a list is an address. */
export interface ListAddress {
  readonly search: URLSearchParams;
  readonly get: (name: string) => string | null;
  /** Several values of one filter, which the address has with commas between. */
  readonly valuesOf: (name: string) => readonly string[];
  readonly toggle: (name: string, value: string) => void;
  /** Changes some and goes to the first page; null takes one away. */
  readonly change: (
    changes: Readonly<Record<string, string | null>>,
    how?: { readonly replace: boolean },
  ) => void;
}

/** Reads and writes the address of a list. */
export function useListAddress(): ListAddress {
  const [search, setSearch] = useSearchParams();
  return useMemo(() => {
    const valuesOf = (name: string) => search.get(name)?.split(',').filter(Boolean) ?? [];
    const change: ListAddress['change'] = (changes, { replace } = { replace: false }) =>
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          after.delete('cursor');
          for (const [name, value] of Object.entries(changes)) {
            if (value) after.set(name, value);
            else after.delete(name);
          }
          return after;
        },
        { replace, preventScrollReset: true },
      );
    const toggle = (name: string, value: string) => {
      const chosen = valuesOf(name);
      const next = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
      change({ [name]: next.join(',') });
    };
    return { search, get: (name) => search.get(name), valuesOf, toggle, change };
  }, [search, setSearch]);
}

/** The part of an address that the list's route takes: the named parameters that are there. */
export function queryOf(search: URLSearchParams, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name)?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

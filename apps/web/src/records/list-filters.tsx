import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useTyped } from '@/app/use-typed';
import { Button } from '@/ui/button';
import { type Choice, SelectField, TextField } from '@/ui/field';
import './records.css';

/** One filter, kept in the address by its key. */
export interface ListFilter {
  readonly key: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'text' | 'date';
  /** Makes it one of several; what stands for no choice is "any". */
  readonly choices?: readonly Choice[];
}

interface ListFiltersProps {
  readonly filters: readonly ListFilter[];
  readonly children?: ReactNode;
}

/** What a list is narrowed to. A choice applies at once, what is typed after a moment or at Enter. */
export function ListFilters({ filters, children }: ListFiltersProps) {
  const { t } = useTranslation('records');
  const [search, setSearch] = useSearchParams();
  const set = (key: string, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        after.delete('cursor');
        if (value) after.set(key, value);
        else after.delete(key);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );
  const isNarrowed = filters.some(({ key }) => search.get(key));
  return (
    <form
      className="list-search no-print"
      role="search"
      onSubmit={(event: FormEvent) => event.preventDefault()}
    >
      {filters.map(({ key, label, hint, choices, type }) =>
        choices ? (
          <SelectField
            key={key}
            label={label}
            choices={choices}
            none={t('list.any')}
            value={search.get(key) ?? ''}
            onChange={({ target }) => set(key, target.value)}
          />
        ) : (
          <TypedFilter
            key={key}
            label={label}
            hint={hint}
            type={type ?? 'text'}
            value={search.get(key) ?? ''}
            onChange={(value) => set(key, value)}
          />
        ),
      )}
      {children}
      {isNarrowed ? (
        <Button weight="quiet" onClick={() => setSearch({}, { replace: true })}>
          {t('list.clear')}
        </Button>
      ) : null}
    </form>
  );
}

/** Milliseconds without a key after which what was typed is asked for. */
const PAUSE = 300;

interface TypedFilterProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly type: 'text' | 'date';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TypedFilter({ label, hint, type, value, onChange }: TypedFilterProps) {
  const [typed, setTyped] = useTyped(value, onChange, PAUSE);
  return (
    <TextField
      label={label}
      hint={hint}
      type={type === 'text' ? 'search' : type}
      dir={type === 'text' ? 'auto' : undefined}
      maxLength={200}
      value={typed}
      onChange={({ target }) => setTyped(target.value)}
    />
  );
}

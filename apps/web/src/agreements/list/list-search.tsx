import { type RefObject, useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '@/app/use-typed';
import type { ListAddress } from './use-list-address';

/** How long a pause in typing is, in milliseconds. */
const PAUSE = 250;

/** Words to search for, in any of the three scripts; the list answers while they are typed. */
export function ListSearch({
  address,
  label,
  hint,
  field,
}: {
  readonly address: ListAddress;
  readonly label: string;
  readonly hint: string;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const { t } = useTranslation('agreements');
  const inAddress = address.get('q') ?? '';
  const { change } = address;
  const search = useCallback((q: string) => change({ q }, { replace: true }), [change]);
  const [words, setWords] = useTyped(inAddress, search, PAUSE);
  return (
    <search className="list-search">
      <label className="visually-hidden" htmlFor="list-search">
        {label}
      </label>
      <input
        id="list-search"
        ref={field}
        className="control"
        type="search"
        dir="auto"
        maxLength={200}
        placeholder={hint}
        title={t('list.searchKeys')}
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
    </search>
  );
}

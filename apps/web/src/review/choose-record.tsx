import { type ReactNode, useState } from 'react';
import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { ChoiceGroup, TextField } from '@/ui/field';
import { Skeleton } from '@/ui/states';
import { useText } from '@/ui/text';

interface ChooseProps {
  readonly label: string;
  readonly field: string;
  readonly error: string | null;
  readonly chosen: string;
  readonly onChoose: (id: string) => void;
}

/** Another agreement, found by words of its title, its parties or its reference. */
export function ChooseAgreement({ without, ...rest }: ChooseProps & { readonly without: string }) {
  const text = useText();
  const [words, setWords] = useState('');
  const { data, isFetching } = useApi().useQuery(
    'get',
    '/api/v1/agreements',
    { params: { query: { q: words.trim(), limit: 10 } } },
    { enabled: words.trim().length > 1, placeholderData: keepPreviousData },
  );
  const found = data?.items.filter(({ id }) => id !== without);
  return (
    <ChooseFound
      {...{ ...rest, words, setWords, isFetching }}
      found={found?.map(({ id, title, reference }) => ({ id, name: text(title), hint: reference }))}
    />
  );
}

/** A source, found by words of its title or address. */
export function ChooseSource(props: ChooseProps) {
  const [words, setWords] = useState('');
  const { data, isFetching } = useApi().useQuery(
    'get',
    '/api/v1/sources',
    { params: { query: { q: words.trim(), limit: 10 } } },
    { enabled: words.trim().length > 1, placeholderData: keepPreviousData },
  );
  return (
    <ChooseFound
      {...{ ...props, words, setWords, isFetching }}
      found={data?.items.map(({ id, title, url }) => ({ id, name: title ?? url, hint: url }))}
    />
  );
}

function ChooseFound({
  label,
  field,
  error,
  chosen,
  onChoose,
  words,
  setWords,
  isFetching,
  found,
}: ChooseProps & {
  readonly words: string;
  readonly setWords: (words: string) => void;
  readonly isFetching: boolean;
  readonly found:
    readonly { readonly id: string; readonly name: string; readonly hint: string }[] | undefined;
}): ReactNode {
  const { t } = useTranslation('review');
  return (
    <div className="stack">
      <TextField
        label={label}
        hint={t('choose.hint')}
        type="search"
        value={words}
        onChange={({ target }) => setWords(target.value)}
      />
      <div aria-live="polite" className="stack">
        {found === undefined && isFetching ? <Skeleton lines={2} /> : null}
        {found?.length === 0 && words.trim().length > 1 ? <p>{t('choose.none')}</p> : null}
      </div>
      {(found && found.length > 0) || error ? (
        <ChoiceGroup
          field={field}
          label={t('choose.found')}
          error={error}
          chosen={[chosen]}
          onChange={([id]) => onChoose(id ?? '')}
          choices={(found ?? []).map(({ id, name, hint }) => ({ value: id, label: name, hint }))}
        />
      ) : null}
    </div>
  );
}

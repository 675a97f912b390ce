import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { matchesWords } from '@/formats/fold';
import { ComboboxOfSeveral, type ComboboxOption } from '@/ui/combobox';
import type { FieldTexts } from '@/ui/field';
import { useText } from '@/ui/text';
import { useSearch } from './use-search';

interface SeveralProps extends FieldTexts {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly disabled?: boolean;
}

/** Lists that are short and the same for everybody are read once. */
const SHORT_LIST = { staleTime: 600_000 } as const;

export function useRegions() {
  return useApi().useQuery('get', '/api/v1/regions', { params: { query: { limit: 100 } } }, SHORT_LIST);
}

export function useZones() {
  return useApi().useQuery('get', '/api/v1/zones', { params: { query: { limit: 100 } } }, SHORT_LIST);
}

export function useSectors() {
  return useApi().useQuery('get', '/api/v1/sectors', { params: { query: { limit: 100 } } }, SHORT_LIST);
}

export function RegionPicker(props: SeveralProps) {
  const say = useText();
  const { data } = useRegions();
  const options = (data?.items ?? []).map(({ code, names, seat }) => ({
    ...{ key: code, text: say(names), detail: seat },
    words: [...Object.values(names), seat, code].join(' '),
  }));
  return <Several {...props} options={options} />;
}

export function ZonePicker(props: SeveralProps) {
  const say = useText();
  const { data } = useZones();
  const options = (data?.items ?? []).map(({ id, names, city, code }) => ({
    ...{ key: id, text: say(names), detail: city },
    words: [...Object.values(names), city, code].join(' '),
  }));
  return <Several {...props} options={options} />;
}

function Several({
  chosen,
  onChange,
  options,
  ...texts
}: SeveralProps & { readonly options: readonly (ComboboxOption & { readonly words: string })[] }) {
  const { t } = useTranslation('logging');
  const { text, type } = useSearch();
  return (
    <ComboboxOfSeveral
      {...texts}
      options={options.filter(({ words }) => matchesWords(words, text))}
      onType={type}
      chosen={chosen.map((key) => options.find((one) => one.key === key) ?? { key, text: key })}
      onChange={onChange}
      placeholder={t('picker.typeName')}
    />
  );
}

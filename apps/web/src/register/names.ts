import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { useText } from '@/ui/text';
import { type WordList, useWord } from '@/words/use-word';
import { useAbout } from './queries';
import type { Narrowing } from './question';

/** Lists of words that name the values of a narrowing. */
const LISTS: Partial<Record<Narrowing, WordList>> = {
  kind: 'kind',
  level: 'level',
  instrumentType: 'instrumentType',
  legalState: 'legalState',
  stage: 'funnelStage',
  band: 'evidenceBand',
  status: 'publicStatus',
  unit: 'unit',
  relation: 'relation',
  stability: 'stability',
  basis: 'basis',
  qualifier: 'qualifier',
};

/** What a value of an address is called: `MA-02` is the region L'Oriental. */
export function useNameOf(): (narrowing: Narrowing, value: string) => string {
  const { t } = useTranslation('register');
  const about = useAbout();
  const word = useWord();
  const text = useText();
  const nameIn = (names: readonly { code: string; names: object }[] | undefined, code: string) =>
    text(names?.find((one) => one.code === code)?.names) || code;
  return (narrowing, value) => {
    if (narrowing === 'region') return nameIn(about?.regions, value);
    if (narrowing === 'sector') return nameIn(about?.sectors, value);
    if (narrowing === 'zone') return text(about?.zones.find(({ id }) => id === value)?.names) || value;
    if (narrowing === 'event') return text(about?.events.find(({ id }) => id === value)?.names) || value;
    if (narrowing === 'year') return value === 'none' ? t('filters.noDeadline') : value;
    if (narrowing === 'placeGroup') return placeName(value) ?? nameIn(about?.regions, value);
    if (narrowing === 'sectorGroup') return sectorName(value) ?? nameIn(about?.sectors, value);
    if (narrowing === 'counting') return t(`counting.${value}` as never, { defaultValue: value });
    if (narrowing === 'notYetSigned') return t('filters.notYetSigned');
    const list = LISTS[narrowing];
    return list
      ? value
          .split(',')
          .map((one) => word(list, one))
          .join(t('separator'))
      : value;
  };
  function placeName(value: string): string | null {
    if (value === 'several_regions' || value === 'nationwide' || value === 'not_stated')
      return word('placeScope', value);
    return null;
  }
  function sectorName(value: string): string | null {
    if (value === 'several_sectors') return t('filters.severalSectors');
    return value === 'not_stated' ? word('absence', value) : null;
  }
}

/** How many agreements or rows there are; from 10,000 on at least so many. */
export function useTotalOf(): (page: { total: number; totalIsAtLeast?: boolean }) => string {
  const { t } = useTranslation('register');
  const language = useLanguage();
  return ({ total, totalIsAtLeast }) => {
    const number = formatNumber(total, language);
    return totalIsAtLeast ? t('list.atLeast', { number }) : number;
  };
}

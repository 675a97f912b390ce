import { useTranslation } from 'react-i18next';
import type { WordList } from './use-word';

/** The lists of words in which the values of a field may stand; a field of several kinds of record has several. */
const LISTS: Readonly<Record<string, readonly WordList[]>> = {
  instrumentType: ['instrumentType'],
  legalState: ['legalState'],
  titleStatus: ['titleStatus'],
  kind: ['kind', 'orgKind', 'holidayKind', 'linkKind'],
  status: ['zoneStatus', 'holidayStatus'],
  measure: ['measure'],
  unit: ['unit'],
  relation: ['relation'],
  stability: ['stability'],
  basis: ['basis'],
  level: ['level'],
  qualifier: ['qualifier'],
  role: ['partyRole', 'signatoryRole', 'role'],
  certainty: ['certainty'],
  proofMethod: ['proofMethod'],
  standing: ['milestoneStanding'],
  scope: ['placeScope'],
  sourcing: ['sourcing'],
  field: ['citationField'],
  subject: ['citationSubject'],
  language: ['language'],
};

/**
 * A coded value of a field in words, `legalState` and `in_force`; null for what is no code, such as a name. Fields that
 * end in `Absence` hold the reason for what is missing.
 */
export function useCodeOfField(): (field: string, value: string) => string | null {
  const { t, i18n } = useTranslation('words');
  return (field, value) => {
    if (!/^[a-z][a-z_]*$/.test(value)) return null;
    const lists = /absence$/i.test(field) ? (['absence'] as const) : (LISTS[field] ?? []);
    const list = lists.find((one) => i18n.exists(`${one}.${value}`, { ns: 'words' }));
    return list ? t(`${list}.${value}` as never) : null;
  };
}

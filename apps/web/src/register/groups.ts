import { useTranslation } from 'react-i18next';
import { useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { COMMITMENTS, figureOf } from './figure-choice';
import type { Figure, ShownSummary } from './figures';

export type Group =
  | ShownSummary['byRegion'][number]
  | ShownSummary['bySector'][number]
  | ShownSummary['byDeadlineYear'][number];

/** Stable within its list. */
export function groupKey(group: Group): string {
  if ('year' in group) return String(group.year);
  return group.code ?? ('place' in group ? group.place : group.sector);
}

/** What a group is called. */
export function useGroupName(): (group: Group) => string {
  const { t } = useTranslation('register');
  const word = useWord();
  const text = useText();
  return (group) => {
    if ('year' in group) return group.year === null ? t('filters.noDeadline') : String(group.year);
    if (group.names) return text(group.names);
    if ('place' in group) return word('placeScope', group.place);
    return group.sector === 'several_sectors' ? t('filters.severalSectors') : word('absence', 'not_stated');
  };
}

/** Whether a group is one of the row and not what stands beside it: several, none, not stated. */
export function isNamed(group: Group): boolean {
  return 'year' in group ? group.year !== null : group.code !== null;
}

/** The length of a bar from 0 to 100, against the greatest of them all. */
export function sharesOf(groups: readonly Group[], chosen: string): ReadonlyMap<string, number> {
  const values = groups.map((group) => figureOf(group, chosen)?.value ?? 0);
  const greatest = Math.max(1, ...values);
  return new Map(groups.map((group, place) => [groupKey(group), ((values[place] ?? 0) / greatest) * 100]));
}

/** Of which unit the chosen figures are; none for a number of commitments. */
export function unitOf(chosen: string): string | null {
  return chosen === COMMITMENTS ? null : (chosen.split('.')[1] ?? null);
}

/** The definition of the chosen figures. */
export function definitionOf(chosen: string): string {
  return chosen === COMMITMENTS ? 'number.commitments' : `total.${chosen.split('.').at(-1) ?? 'firm'}`;
}

export type { Figure };

import { keepPreviousData } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../.generated/schema';
import { useApi } from '@/app/services';
import { matchesWords } from '@/formats/fold';
import { useText } from '@/ui/text';

export type Organisation = components['schemas']['OrganisationResponse'];

/** Organisations whose names or variants fit; the first of all while nothing is typed. */
export function useOrganisations(q: string, enabled = true) {
  return useApi().useQuery(
    'get',
    '/api/v1/organisations',
    { params: { query: { limit: 8, ...(q ? { q } : {}) } } },
    { placeholderData: keepPreviousData, enabled },
  );
}

/** What tells an organisation from others: its kind, its country, and the spelling that fits what was typed. */
export function useDescribeOrganisation(): (organisation: Organisation, typed: string) => string {
  const { t } = useTranslation(['logging', 'words']);
  const say = useText();
  return ({ names, variants, mergedFrom, kind, country }, typed) => {
    const shown = say(names);
    const brought = mergedFrom.flatMap((one) => [one.names.ar, one.names.fr, one.names.en, ...one.variants]);
    const spellings = [names.ar, names.fr, names.en, ...variants, ...brought].flatMap((name) => name || []);
    const fitting = typed ? spellings.find((name) => name !== shown && matchesWords(name, typed)) : undefined;
    const also = fitting && !matchesWords(shown, typed) ? t('picker.also', { name: fitting }) : null;
    return [t(`words:orgKind.${kind}`), country, also].filter(Boolean).join(' · ');
  };
}

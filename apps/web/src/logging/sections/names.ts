import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import type { Choice } from '@/ui/field';
import { useText } from '@/ui/text';
import type { DraftDocument } from '../draft/document';
import { useDraft } from '../draft/draft-context';
import { useNameOfPerson } from '../pickers/person-picker';

/** The names of the parties by their id: of the organisation, as described, or by their number. */
export function usePartyNames(): ReadonlyMap<string, string> {
  const { t } = useTranslation('logging');
  const $api = useApi();
  const say = useText();
  const { parties } = useDraft().state.content.document;
  const organisations = useQueries({
    queries: parties.map(({ organisationId }) => ({
      ...$api.queryOptions('get', '/api/v1/organisations/{id}', {
        params: { path: { id: organisationId ?? '' } },
      }),
      enabled: organisationId !== null,
      staleTime: 60_000,
    })),
  });
  return new Map(
    parties.map(({ id, described }, at) => {
      const names = organisations[at]?.data?.names;
      return [id, (names ? say(names) : say(described)) || t('partyNumber', { number: at + 1 })];
    }),
  );
}

/** The names of those who sign, by the id of the signatory. */
export function useSignatoryNames(): ReadonlyMap<string, string> {
  const { t } = useTranslation('logging');
  const $api = useApi();
  const name = useNameOfPerson();
  const { signatories } = useDraft().state.content.document;
  const persons = useQueries({
    queries: signatories.map(({ personId }) => ({
      ...$api.queryOptions('get', '/api/v1/persons/{id}', { params: { path: { id: personId ?? '' } } }),
      enabled: personId !== null,
      staleTime: 60_000,
    })),
  });
  return new Map(
    signatories.map(({ id }, at) => {
      const person = persons[at]?.data;
      return [id, person ? name(person) : t('signatoryNumber', { number: at + 1 })];
    }),
  );
}

export function usePartyChoices(): readonly Choice[] {
  return [...usePartyNames()].map(([value, label]) => ({ value, label }));
}

/** The name of a commitment: its title, or its number. */
export function useCommitmentName(): (at: number, document: DraftDocument) => string {
  const { t } = useTranslation('logging');
  const say = useText();
  return (at, { commitments }) => say(commitments[at]?.title) || t('commitmentNumber', { number: at + 1 });
}

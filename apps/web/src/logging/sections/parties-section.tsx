import { useTranslation } from 'react-i18next';
import { fieldId } from '@/ui/field';
import { OrganisationPicker } from '../pickers/organisation-picker';
import { emptyParty, newPartId } from '../draft/document';
import { roleFor, withoutPart } from '../draft/defaults';
import { useDraft, useDraftValue, useEdit } from '../draft/draft-context';
import { DraftSelect, DraftText, DraftTexts } from '../draft/draft-fields';
import { useChoices } from './choices';
import { AddPart, More, Part, SectionPage } from './section-page';

export function PartiesSection() {
  const { t } = useTranslation(['logging', 'words']);
  const { state, store } = useDraft();
  const edit = useEdit();
  const choices = useChoices();
  const { parties } = state.content.document;
  return (
    <SectionPage section="parties">
      {parties.map((party, at) => (
        <Part
          key={at}
          list="parties"
          title={t('partyNumber', { number: at + 1 })}
          onRemove={() => {
            store.forgetUnread('parties[');
            edit((now) => withoutPart(now, party.id));
          }}
        >
          <PartyFields at={at} />
        </Part>
      ))}
      <AddPart
        list="parties"
        label={parties.length === 0 ? t('addFirstParty') : t('addParty')}
        field={fieldId(`parties[${parties.length}].organisationId`)}
        onAdd={() =>
          edit((now) => ({
            ...now,
            parties: [...now.parties, emptyParty(newPartId(now))],
            partiesAbsence: null,
          }))
        }
      />
      {parties.length === 0 ? (
        <DraftSelect
          path="partiesAbsence"
          label={t('partiesAbsence')}
          choices={choices('absence')}
          optional
        />
      ) : null}
    </SectionPage>
  );
}

function PartyFields({ at }: { readonly at: number }) {
  const { t } = useTranslation(['logging', 'words']);
  const choices = useChoices();
  const edit = useEdit();
  const path = `parties[${at}]`;
  const { value, error, lock } = useDraftValue<string>(`${path}.organisationId`);
  const party = useDraft().state.content.document.parties[at];
  return (
    <>
      <OrganisationPicker
        label={t('words:field.organisation')}
        hint={lock ? t(`lock.${lock}`) : t('organisationHint')}
        field={`${path}.organisationId`}
        error={error}
        disabled={lock !== null}
        id={value}
        onChoose={(organisation) =>
          edit((now) => ({
            ...now,
            parties: now.parties.map((one, index) =>
              index !== at
                ? one
                : {
                    ...one,
                    organisationId: organisation?.id ?? null,
                    role: organisation ? roleFor(one, organisation.kind) : one.role,
                  },
            ),
          }))
        }
      />
      <DraftSelect path={`${path}.role`} label={t('words:field.role')} choices={choices('partyRole')} />
      <More
        label={t('more.party')}
        open={Boolean(party?.described ?? party?.note) || party?.certainty === 'presumed'}
      >
        <DraftTexts
          path={`${path}.described`}
          label={t('words:field.described')}
          hint={t('describedHint')}
          optional
        />
        <DraftSelect
          path={`${path}.certainty`}
          label={t('words:field.certainty')}
          choices={choices('certainty')}
          none={null}
        />
        <DraftText path={`${path}.note`} label={t('words:field.note')} optional />
      </More>
    </>
  );
}

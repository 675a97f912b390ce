import { useTranslation } from 'react-i18next';
import { fieldId } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { PersonPicker } from '../pickers/person-picker';
import { isSigned } from '../draft/document';
import { nextSignatory, withoutPart } from '../draft/defaults';
import { useDraft, useDraftValue, useEdit } from '../draft/draft-context';
import { DraftSelect, DraftText } from '../draft/draft-fields';
import { useChoices } from './choices';
import { usePartyChoices } from './names';
import { AddPart, More, Part, SectionPage } from './section-page';

export function SignatoriesSection() {
  const { t } = useTranslation(['logging', 'words']);
  const { state, store } = useDraft();
  const edit = useEdit();
  const choices = useChoices();
  const { document } = state.content;
  const { signatories } = document;
  return (
    <SectionPage section="signatories">
      {isSigned(document) ? null : <Notice title={t('notSignedYet')} />}
      {signatories.map((signatory, at) => (
        <Part
          key={at}
          list="signatories"
          title={t('signatoryNumber', { number: at + 1 })}
          onRemove={() => {
            store.forgetUnread('signatories[');
            edit((now) => withoutPart(now, signatory.id));
          }}
        >
          <SignatoryFields at={at} />
        </Part>
      ))}
      <AddPart
        list="signatories"
        label={signatories.length === 0 ? t('addFirstSignatory') : t('addSignatory')}
        field={fieldId(`signatories[${signatories.length}].personId`)}
        onAdd={() =>
          edit((now) => ({
            ...now,
            signatories: [...now.signatories, nextSignatory(now)],
            signatoriesAbsence: null,
          }))
        }
      />
      {signatories.length === 0 && isSigned(document) ? (
        <DraftSelect
          path="signatoriesAbsence"
          label={t('signatoriesAbsence')}
          choices={choices('absence')}
          optional
        />
      ) : null}
    </SectionPage>
  );
}

function SignatoryFields({ at }: { readonly at: number }) {
  const { t } = useTranslation(['logging', 'words']);
  const choices = useChoices();
  const parties = usePartyChoices();
  const edit = useEdit();
  const path = `signatories[${at}]`;
  const { value, error, lock } = useDraftValue<string>(`${path}.personId`);
  const signatory = useDraft().state.content.document.signatories[at];
  return (
    <>
      <PersonPicker
        label={t('words:field.person')}
        hint={lock ? t(`lock.${lock}`) : t('personHint')}
        field={`${path}.personId`}
        error={error}
        disabled={lock !== null}
        id={value}
        onChoose={(person) =>
          edit((now) => ({
            ...now,
            signatories: now.signatories.map((one, index) =>
              index === at
                ? { ...one, personId: person?.id ?? null, absence: person ? null : one.absence }
                : one,
            ),
          }))
        }
      />
      <DraftSelect path={`${path}.partyId`} label={t('signsFor')} choices={parties} optional />
      <DraftText
        path={`${path}.capacity`}
        label={t('words:field.capacity')}
        hint={t('capacityHint')}
        optional
      />
      <More
        label={t('more.signatory')}
        open={
          signatory?.absence !== null ||
          signatory.role === 'in_presence_of' ||
          signatory.certainty === 'presumed' ||
          signatory.note !== null
        }
      >
        <DraftSelect
          path={`${path}.role`}
          label={t('words:field.role')}
          choices={choices('signatoryRole')}
          none={null}
        />
        {value === null ? (
          <DraftSelect
            path={`${path}.absence`}
            label={t('personAbsence')}
            choices={choices('absence')}
            optional
          />
        ) : null}
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

import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '@/ui/field';
import { useText } from '@/ui/text';
import { EventPicker } from '../pickers/event-picker';
import { useSectors } from '../pickers/place-pickers';
import { isSigned, type Signing } from '../draft/document';
import { legalStateFor } from '../draft/defaults';
import { useDraft, useDraftValue, useEdit } from '../draft/draft-context';
import { DraftCheck, DraftDate, DraftSelect, DraftText, DraftTexts } from '../draft/draft-fields';
import { AmountFields } from './amount-fields';
import { useChoices } from './choices';
import { More, SectionPage } from './section-page';

export function InstrumentSection() {
  const { t } = useTranslation(['logging', 'words']);
  const choices = useChoices();
  const edit = useEdit();
  const { content } = useDraft().state;
  const { document } = content;
  return (
    <SectionPage section="instrument">
      <DraftSelect
        path="instrumentType"
        label={t('words:field.instrumentType')}
        choices={choices('instrumentType')}
        onChoose={(value) => {
          const instrumentType = value as typeof document.instrumentType;
          edit((now) => ({
            ...now,
            instrumentType,
            legalState: now.legalState ?? legalStateFor(instrumentType),
          }));
        }}
      />
      <DraftTexts path="title" label={t('words:field.title')} hint={t('title.hint')} />
      <DraftSelect
        path="titleStatus"
        label={t('title.status')}
        choices={choices('titleStatus')}
        none={null}
      />
      <DraftSelect path="legalState" label={t('words:field.legalState')} choices={choices('legalState')} />
      {isSigned(document) ? <SigningFields /> : null}
      {document.legalState && document.legalState !== 'signed' ? (
        <DraftDate path="legalStateSince" label={t('words:field.legalStateSince')} optional />
      ) : null}
      <Sectors />
      <More
        label={t('more.instrument')}
        open={Boolean(
          document.publishedReference ?? document.amount ?? document.sectorStated ?? document.summary,
        )}
      >
        <DraftText
          path="publishedReference"
          label={t('words:field.publishedReference')}
          hint={t('publishedReferenceHint')}
          optional
        />
        <DraftText path="sectorStated" label={t('words:field.sectorStated')} optional />
        <AmountFields />
        <DraftTexts path="summary" label={t('words:field.summary')} optional />
      </More>
    </SectionPage>
  );
}

function SigningFields() {
  const { t } = useTranslation(['logging', 'words']);
  const choices = useChoices();
  const { content } = useDraft().state;
  const edit = useEdit();
  const { signing } = content.document;
  const { error, lock } = useDraftValue('signing.eventId');
  const change = (changes: Partial<Signing>) =>
    edit((now) => ({ ...now, signing: { ...now.signing, ...changes } }));
  return (
    <>
      <DraftDate
        path="signing.date"
        label={t('words:field.signedOn')}
        absencePath="signing.dateAbsence"
        absences={choices('absence')}
      />
      <EventPicker
        label={t('words:field.event')}
        hint={lock ? t(`lock.${lock}`) : t('eventHint')}
        optional
        field="signing.eventId"
        error={error}
        disabled={lock !== null}
        id={signing.eventId}
        onChoose={(event) =>
          // A day that the event has alone is the day of the signature, unless another was typed.
          change({
            eventId: event?.id ?? null,
            place: signing.place ?? event?.place ?? null,
            ...(signing.date === null && event?.dates.precision === 'day'
              ? { date: { stated: event.dates.stated }, dateAbsence: null }
              : {}),
            ...(event ? {} : { sharesEventAmount: false }),
          })
        }
      />
      {signing.eventId ? (
        <DraftCheck
          path="signing.sharesEventAmount"
          label={t('words:field.sharesEventAmount')}
          hint={t('sharesHint')}
        />
      ) : null}
      <DraftText path="signing.place" label={t('words:field.signingPlace')} optional />
    </>
  );
}

function Sectors() {
  const { t } = useTranslation(['logging', 'words']);
  const say = useText();
  const { data } = useSectors();
  const { value, set, error, lock } = useDraftValue<readonly string[]>('sectorCodes');
  if (!data) return null;
  return (
    <fieldset disabled={lock !== null} className="field">
      <ChoiceGroup
        label={t('words:field.sector')}
        hint={lock ? t(`lock.${lock}`) : undefined}
        field="sectorCodes"
        error={error}
        optional
        several
        choices={data.items.map(({ code, names }) => ({ value: code, label: say(names) }))}
        chosen={value ?? []}
        onChange={(codes) => set(codes)}
      />
    </fieldset>
  );
}

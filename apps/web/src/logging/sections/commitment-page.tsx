import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { NotFound } from '@/app/not-found';
import { Button } from '@/ui/button';
import type { Commitment } from '../draft/document';
import { withKind, withMeasure, withoutPart } from '../draft/defaults';
import { useDraft, useEdit, useListLock } from '../draft/draft-context';
import { DraftArea, DraftDate, DraftSelect, DraftTexts } from '../draft/draft-fields';
import { KINDS, type Kind, type Measure } from '../draft/kinds';
import { BaselineFields } from './baseline-fields';
import { useChoices, useKindChoices } from './choices';
import { MilestonesFields } from './milestones-fields';
import { useCommitmentName, usePartyChoices } from './names';
import { PlaceFields } from './place-fields';
import { QuantityAxes, QuantityFields } from './quantity-fields';
import { More, SectionPage } from './section-page';

/** One commitment: who owes what, how many, of which kind, where, by when, proven how. */
export function CommitmentPage() {
  const { t } = useTranslation(['logging', 'words']);
  const at = Number(useParams()['number']) - 1;
  const { agreementId, state, store } = useDraft();
  const name = useCommitmentName();
  const edit = useEdit();
  const navigate = useNavigate();
  const lock = useListLock('commitments');
  const { document } = state.content;
  const commitment = document.commitments[at];
  if (!commitment) return <NotFound />;
  const remove = () => {
    store.forgetUnread('commitments[');
    edit((now) => withoutPart(now, commitment.id));
    void navigate(`/staff/agreements/${agreementId}/draft/commitments`);
  };
  return (
    <SectionPage
      section="commitments"
      title={name(at, document)}
      above={{ to: 'commitments', name: t('section.commitments.title') }}
      lead={t('commitmentLead')}
    >
      <Fields at={at} commitment={commitment} />
      <div>
        <Button weight="grave" hindrance={lock ? t(`lock.${lock}`) : null} onClick={remove}>
          {t('removeCommitment')}
        </Button>
      </div>
    </SectionPage>
  );
}

function Fields({ at, commitment }: { readonly at: number; readonly commitment: Commitment }) {
  const { t } = useTranslation(['logging', 'words']);
  const choices = useChoices();
  const kinds = useKindChoices();
  const parties = usePartyChoices();
  const commitmentName = useCommitmentName();
  const edit = useEdit();
  const { document } = useDraft().state.content;
  const path = `commitments[${at}]`;
  const measures = commitment.kind ? KINDS[commitment.kind].measures : [];
  const change = (changed: (one: Commitment) => Commitment) =>
    edit((now) => ({
      ...now,
      commitments: now.commitments.map((one, index) => (index === at ? changed(one) : one)),
    }));
  const totals = document.commitments.flatMap((one, index) =>
    index === at || one.partOfId !== null ? [] : [{ value: one.id, label: commitmentName(index, document) }],
  );
  return (
    <>
      <DraftSelect
        path={`${path}.kind`}
        label={t('words:field.kind')}
        choices={kinds}
        onChoose={(kind) => change((one) => withKind(one, kind as Kind | null, document))}
      />
      {measures.length > 1 ? (
        <DraftSelect
          path={`${path}.measure`}
          label={t('words:field.measure')}
          choices={choices('measure').filter(({ value }) => measures.includes(value as Measure))}
          none={null}
          onChoose={(measure) => change((one) => withMeasure(one, measure as Measure | null))}
        />
      ) : null}
      <DraftTexts path={`${path}.title`} label={t('promise')} hint={t('promiseHint')} />
      {commitment.measure === 'quantity' ? (
        <>
          <QuantityFields path={`${path}.quantity`} kind={commitment.kind} />
          <QuantityAxes path={`${path}.quantity`} kind={commitment.kind} quantity={commitment.quantity} />
        </>
      ) : null}
      <DraftDate
        path={`${path}.deadline`}
        label={t('words:field.deadline')}
        absencePath={`${path}.deadlineAbsence`}
        absences={choices('absence')}
      />
      <DraftSelect
        path={`${path}.obligorPartyId`}
        label={t('words:field.obligor')}
        choices={parties}
        optional
      />
      <PlaceFields at={at} place={commitment.place} />
      <DraftSelect
        path={`${path}.proofMethod`}
        label={t('words:field.proofMethod')}
        hint={t('proofHint')}
        choices={choices('proofMethod')}
      />
      {commitment.measure === 'quantity' ? (
        <BaselineFields path={`${path}.baseline`} kind={commitment.kind} />
      ) : null}
      <MilestonesFields at={at} milestones={commitment.milestones} kind={commitment.kind} />
      <More label={t('more.commitment')} open={Boolean(commitment.partOfId ?? commitment.note)}>
        {totals.length > 0 ? (
          <DraftSelect
            path={`${path}.partOfId`}
            label={t('words:field.partOf')}
            hint={t('partOfHint')}
            choices={totals}
            optional
          />
        ) : null}
        <DraftArea path={`${path}.note`} label={t('words:field.note')} optional />
      </More>
    </>
  );
}

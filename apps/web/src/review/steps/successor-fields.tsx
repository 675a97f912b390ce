import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { SelectField, TextField } from '@/ui/field';
import { Notice } from '@/ui/notice';
import { Text, useText } from '@/ui/text';
import { ChooseAgreement } from '../choose-record';
import { type ListedPromise, isLive } from './movable-deadlines';
import type { Fate, TypedFate } from './step-form';
import type { StepFieldsProps } from './step-fields';

const FATES: readonly Fate[] = ['carried_over', 'changed', 'dropped'];

/** The instrument that replaces this one, and what becomes of each live promise. */
export function SuccessorFields({ agreementId, promises, typed, change, errors }: StepFieldsProps) {
  const { t } = useTranslation('review');
  const live = promises.filter(isLive);
  const successor = useApi().useQuery(
    'get',
    '/api/v1/commitments',
    { params: { query: { agreement: typed.successorId, limit: 100 } } },
    { enabled: typed.successorId !== '' },
  );
  return (
    <>
      <ChooseAgreement
        label={t('step.successor')}
        field="successor.agreementId"
        error={errors.get('successor.agreementId') ?? null}
        without={agreementId}
        chosen={typed.successorId}
        onChoose={(successorId) => change({ successorId, fates: {} })}
      />
      {errors.get('successor.commitments') ? (
        <Notice tone="late" title={errors.get('successor.commitments')} />
      ) : null}
      {typed.successorId === '' ? null : live.length === 0 ? (
        <p>{t('step.nothingLives')}</p>
      ) : (
        live.map((promise, index) => (
          <FateOf
            key={promise.id}
            promise={promise}
            field={`successor.commitments[${index}]`}
            others={successor.data?.items ?? []}
            typed={typed.fates[promise.id]}
            onChange={(fate) => change({ fates: { ...typed.fates, [promise.id]: fate } })}
            errors={errors}
          />
        ))
      )}
    </>
  );
}

function FateOf({
  promise,
  field,
  others,
  typed,
  onChange,
  errors,
}: {
  readonly promise: ListedPromise;
  readonly field: string;
  readonly others: readonly ListedPromise[];
  readonly typed: TypedFate | undefined;
  readonly onChange: (fate: TypedFate) => void;
  readonly errors: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation(['review', 'words']);
  const text = useText();
  const now: TypedFate = typed ?? {
    commitmentId: promise.id,
    fate: '',
    successorCommitmentId: '',
    reason: '',
  };
  return (
    <fieldset className="field fate">
      <legend>
        <Text of={promise.title} />
      </legend>
      <SelectField
        field={`${field}.fate`}
        label={t('step.fate')}
        error={errors.get(`${field}.fate`) ?? errors.get(`${field}.commitmentId`) ?? null}
        none={t('step.chooseFate')}
        value={now.fate}
        onChange={({ target }) => onChange({ ...now, fate: target.value as Fate | '' })}
        choices={FATES.map((value) => ({ value, label: t(`words:fate.${value}`) }))}
      />
      {now.fate === 'carried_over' || now.fate === 'changed' ? (
        <SelectField
          field={`${field}.successorCommitmentId`}
          label={t('step.livesOnIn')}
          error={errors.get(`${field}.successorCommitmentId`) ?? null}
          none={t('step.chooseCommitment')}
          value={now.successorCommitmentId}
          onChange={({ target }) => onChange({ ...now, successorCommitmentId: target.value })}
          choices={others.map(({ id, title }) => ({ value: id, label: text(title) }))}
        />
      ) : null}
      {now.fate === 'dropped' ? (
        <TextField
          field={`${field}.reason`}
          label={t('step.whyDropped')}
          error={errors.get(`${field}.reason`) ?? null}
          value={now.reason}
          onChange={({ target }) => onChange({ ...now, reason: target.value })}
        />
      ) : null}
    </fieldset>
  );
}

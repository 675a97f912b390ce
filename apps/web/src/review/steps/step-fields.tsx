import { useTranslation } from 'react-i18next';
import { TextArea, TextField } from '@/ui/field';
import type { AgreementRecord } from '../draft/draft-page';
import type { ListedPromise } from './movable-deadlines';
import { ShiftFields } from './shift-fields';
import { SigningFields } from './signing-fields';
import { type LegalAction, ON_A_DAY, type TypedStep, WANTS_REASON } from './step-form';
import { SuccessorFields } from './successor-fields';

export interface StepFieldsProps {
  readonly agreementId: string;
  readonly record: AgreementRecord;
  /** Of the agreement, with how each stands. */
  readonly promises: readonly ListedPromise[];
  readonly typed: TypedStep;
  readonly change: (typed: Partial<TypedStep>) => void;
  readonly errors: ReadonlyMap<string, string>;
}

/** What one step asks for: its own part, when it happened, and why. */
export function StepFields({ action, ...props }: StepFieldsProps & { readonly action: LegalAction }) {
  const { t } = useTranslation('review');
  const { typed, change, errors } = props;
  const isOnDay = ON_A_DAY.includes(action);
  return (
    <>
      {action === 'sign' ? <SigningFields {...props} /> : null}
      {action === 'suspend' ? (
        <TextArea
          field="suspension.ground"
          label={t('step.ground')}
          hint={t('step.groundHint')}
          error={errors.get('suspension.ground') ?? null}
          value={typed.ground}
          maxLength={4000}
          onChange={({ target }) => change({ ground: target.value })}
        />
      ) : null}
      {action === 'sign' ? null : (
        <TextField
          field="on"
          type={isOnDay ? 'date' : 'text'}
          label={t(`step.on.${action === 'suspend' || action === 'resume' ? action : 'other'}`)}
          hint={isOnDay ? t('step.dayHint') : t('step.statedOrTodayHint')}
          optional
          error={errors.get('on') ?? null}
          value={typed.on}
          onChange={({ target }) => change({ on: target.value })}
        />
      )}
      {action === 'suspend' ? (
        <TextField
          field="suspension.expectedEnd"
          type="date"
          label={t('step.expectedEnd')}
          hint={t('step.expectedEndHint')}
          optional
          error={errors.get('suspension.expectedEnd') ?? null}
          value={typed.expectedEnd}
          onChange={({ target }) => change({ expectedEnd: target.value })}
        />
      ) : null}
      {action === 'resume' ? <ShiftFields {...props} /> : null}
      {action === 'supersede' ? <SuccessorFields {...props} /> : null}
      {action === 'suspend' ? null : (
        <TextArea
          field="reason"
          label={t('decision.reason')}
          optional={!WANTS_REASON.includes(action)}
          error={errors.get('reason') ?? null}
          value={typed.reason}
          maxLength={4000}
          onChange={({ target }) => change({ reason: target.value })}
        />
      )}
    </>
  );
}

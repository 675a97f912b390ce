import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { WHOLE_UNITS } from '@/logging/draft/kinds';
import { ChoiceGroup, TextArea, TextField } from '@/ui/field';
import { QuantityField } from '@/ui/quantity-field';
import { REVIEWS, STAGES } from '@/words/stages';
import { useWord } from '@/words/use-word';
import type { ReportPart } from './report-part';

/** What is claimed, and of which day: a figure, a stage, or how a duty was kept. */
export function ClaimFields({ store, state, error }: ReportPart) {
  const { t } = useTranslation('portal');
  const errors = fieldErrorsOf(error);
  const { content } = state;
  // What was accepted last stood here first: less than that has to be explained.
  const [first] = useState(content.value);
  const fell = first !== null && content.value !== null && content.value < first;
  return (
    <section className="section">
      <h2>{t('claim.title')}</h2>
      <div className="stack record-form">
        <Claim {...{ store, state, error }} />
        <TextField
          label={t('claim.asOf')}
          hint={t('claim.asOfHint')}
          type="date"
          field="asOf"
          error={errors.get('asOf')}
          value={content.asOf ?? ''}
          onChange={({ currentTarget: { value } }) =>
            store.change((typed) => ({ ...typed, asOf: value || null }))
          }
        />
        {fell || content.fallExplanation !== null || errors.has('fallExplanation') ? (
          <TextArea
            label={t('claim.fall')}
            field="fallExplanation"
            error={errors.get('fallExplanation')}
            dir="auto"
            maxLength={4000}
            value={content.fallExplanation ?? ''}
            onChange={({ currentTarget: { value } }) =>
              store.change((typed) => ({ ...typed, fallExplanation: value }))
            }
          />
        ) : null}
      </div>
    </section>
  );
}

function Claim({ store, state: { record, content, unread }, error }: ReportPart) {
  const { t } = useTranslation('portal');
  const word = useWord();
  const errors = fieldErrorsOf(error);
  const { measure, unit } = record.commitment;
  if (measure === 'completion')
    return (
      <ChoiceGroup
        label={t('claim.stage')}
        field="stage"
        error={errors.get('stage') ?? null}
        choices={STAGES.map((value) => ({ value, label: word('completionStage', value) }))}
        chosen={content.stage === null ? [] : [content.stage]}
        onChange={([stage]) =>
          store.change((typed) => ({ ...typed, stage: STAGES.find((each) => each === stage) ?? null }))
        }
      />
    );
  if (measure === 'ongoing')
    return (
      <ChoiceGroup
        label={t('claim.review')}
        field="review"
        error={errors.get('review') ?? null}
        choices={REVIEWS.map((value) => ({ value, label: word('reviewOutcome', value) }))}
        chosen={content.review === null ? [] : [content.review]}
        onChange={([review]) =>
          store.change((typed) => ({ ...typed, review: REVIEWS.find((each) => each === review) ?? null }))
        }
      />
    );
  const counted = unit ?? '';
  return (
    <QuantityField
      value={{
        label: t('claim.value', { unit: word('unit', counted) }),
        hint: t('claim.valueHint'),
        field: 'value',
        error: errors.get('value') ?? null,
      }}
      figure={{ value: content.value, unit: counted, qualifier: 'exactly' }}
      unread={unread['value']}
      units={[{ value: counted, label: word('unit', counted) }]}
      wholeUnits={WHOLE_UNITS}
      onRead={({ value }, notRead) => store.change((typed) => ({ ...typed, value }), { value: notRead })}
    />
  );
}

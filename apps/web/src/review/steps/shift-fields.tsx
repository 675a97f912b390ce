import { useTranslation } from 'react-i18next';
import { ChoiceGroup, TextField } from '@/ui/field';
import { DeadlineDate } from '@/ui/stated-date';
import { Text } from '@/ui/text';
import { movableDeadlines } from './movable-deadlines';
import type { StepFieldsProps } from './step-fields';

const RULES = ['whole_interval', 'none', 'new_dates'] as const;

/** How deadlines move when a suspension ends: the rule, and with new dates, each date. */
export function ShiftFields({ record, promises, typed, change, errors }: StepFieldsProps) {
  const { t } = useTranslation(['review', 'words']);
  const movable = movableDeadlines(promises, record.suspension?.from ?? '');
  const given = movable.filter(({ id }) => typed.dates[id]?.trim());
  return (
    <>
      <ChoiceGroup
        field="shift.rule"
        label={t('step.shiftRule')}
        hint={t('step.shiftHint')}
        error={errors.get('shift.rule') ?? null}
        chosen={[typed.rule]}
        onChange={([rule]) => change({ rule: rule as (typeof RULES)[number] })}
        choices={RULES.map((value) => ({
          value,
          label: t(`words:shiftRule.${value}`),
          hint: t(`step.shiftExplained.${value}`),
        }))}
      />
      {typed.rule === 'new_dates' ? (
        <fieldset className="field" id="field-shift-dates" tabIndex={-1}>
          <legend>{t('step.newDates')}</legend>
          {errors.get('shift.dates') ? <p className="field-error">{errors.get('shift.dates')}</p> : null}
          <div className="stack">
            {movable.map(({ id, title, deadline, isMilestone }) => {
              const index = given.findIndex((one) => one.id === id);
              const path = `shift.dates[${index}].deadline`;
              return (
                <TextField
                  key={id}
                  field={index < 0 ? `shift.${id}` : `${path}.stated`}
                  label={<Text of={title} />}
                  hint={
                    <>
                      {isMilestone ? `${t('effects.milestone')} · ` : ''}
                      {t('step.until')} <DeadlineDate date={deadline} />
                    </>
                  }
                  optional
                  error={
                    index < 0
                      ? null
                      : (errors.get(`${path}.stated`) ??
                        errors.get(path) ??
                        errors.get(`shift.dates[${index}].subjectId`) ??
                        null)
                  }
                  value={typed.dates[id] ?? ''}
                  onChange={({ target }) => change({ dates: { ...typed.dates, [id]: target.value } })}
                />
              );
            })}
          </div>
        </fieldset>
      ) : null}
    </>
  );
}

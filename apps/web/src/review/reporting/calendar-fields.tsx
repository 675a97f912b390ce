import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { ChoiceGroup, SelectField, TextArea, TextField, fieldId } from '@/ui/field';
import { useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { RHYTHMS, type Reporting, type TypedCalendar, silentPromises } from './reporting-form';

interface CalendarFieldsProps {
  readonly reporting: Reporting;
  readonly typed: TypedCalendar;
  readonly change: (typed: Partial<TypedCalendar>) => void;
  readonly errors: ReadonlyMap<string, string>;
}

/** How often is reported, from when, how long one has to answer, and how figures count where the paper is silent. */
export function CalendarFields(props: CalendarFieldsProps) {
  const { t } = useTranslation('review');
  const { reporting, typed, change, errors } = props;
  return (
    <>
      <ChoiceGroup
        field="rhythm"
        label={t('reporting.rhythmName')}
        hint={t('reporting.yearly')}
        error={errors.get('rhythm') ?? null}
        chosen={[typed.rhythm]}
        choices={RHYTHMS.map((value) => ({
          value,
          label: t(`reporting.rhythm.${value}`),
          hint: `${t(`reporting.rhythmText.${value}`)} ${
            value === reporting.proposedRhythm ? t(`reporting.proposed.${value as 'quarterly'}`) : ''
          }`.trim(),
        }))}
        onChange={([chosen]) =>
          change({ rhythm: RHYTHMS.find((rhythm) => rhythm === chosen) ?? typed.rhythm })
        }
      />
      {typed.rhythm === 'own_dates' ? <OwnDates {...props} /> : null}
      <TextField
        field="fromDay"
        type="date"
        label={t('reporting.fromDay')}
        hint={t('reporting.fromDayHint')}
        optional
        error={errors.get('fromDay') ?? null}
        value={typed.fromDay}
        onChange={({ target }) => change({ fromDay: target.value })}
      />
      {(['dueDays', 'graceDays'] as const).map((field) => (
        <TextField
          key={field}
          field={field}
          inputMode="numeric"
          dir="ltr"
          label={t(`reporting.${field}`)}
          hint={t(`reporting.${field}Hint`)}
          error={errors.get(field) ?? null}
          value={typed[field]}
          onChange={({ target }) => change({ [field]: target.value })}
        />
      ))}
      <CountingRules {...props} />
      {reporting.state === 'open' ? (
        <TextArea
          field="reason"
          label={t('reporting.whyChanged')}
          error={errors.get('reason') ?? null}
          dir="auto"
          maxLength={4000}
          value={typed.reason}
          onChange={({ target }) => change({ reason: target.value })}
        />
      ) : null}
    </>
  );
}

function OwnDates({ typed: { dates }, change, errors }: CalendarFieldsProps) {
  const { t } = useTranslation('review');
  const error = errors.get('dates');
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} id={fieldId('dates')} tabIndex={-1}>
      <legend>{t('reporting.dates')}</legend>
      {error ? <p className="field-error">{error}</p> : null}
      {dates.map((date, at) => (
        <div key={at} className="row">
          <TextField
            field={`dates[${at}].until`}
            type="date"
            label={t('reporting.date', { n: at + 1 })}
            error={errors.get(`dates[${at}].until`) ?? null}
            value={date}
            onChange={({ target }) =>
              change({ dates: dates.map((one, index) => (index === at ? target.value : one)) })
            }
          />
          {dates.length > 1 ? (
            <Button
              weight="quiet"
              onClick={() => change({ dates: dates.filter((_, index) => index !== at) })}
            >
              {t('reporting.removeDate', { n: at + 1 })}
            </Button>
          ) : null}
        </div>
      ))}
      <div>
        <Button onClick={() => change({ dates: [...dates, ''] })}>{t('reporting.addDate')}</Button>
      </div>
    </fieldset>
  );
}

/** The paper does not say from where these figures count: once chosen it holds for every report. */
function CountingRules({ reporting, typed: { rules }, change, errors }: CalendarFieldsProps) {
  const { t } = useTranslation('review');
  const text = useText();
  const word = useWord();
  const silent = silentPromises(reporting);
  if (silent.length === 0) return null;
  const error = errors.get('countingRules');
  return (
    <fieldset className={error ? 'field field-wrong' : 'field'} id={fieldId('countingRules')} tabIndex={-1}>
      <legend>{t('reporting.rules')}</legend>
      <p className="field-hint">{t('reporting.rulesText')}</p>
      {error ? <p className="field-error">{error}</p> : null}
      {silent.map(({ commitmentId, title, choosableRules }, at) => (
        <SelectField
          key={commitmentId}
          field={`countingRules[${at}].rule`}
          label={<bdi>{text(title)}</bdi>}
          error={errors.get(`countingRules[${at}].rule`) ?? null}
          none={t('reporting.chooseRule')}
          choices={choosableRules.map((value) => ({ value, label: word('countingRule', value) }))}
          value={rules[commitmentId] ?? ''}
          onChange={({ target }) => change({ rules: { ...rules, [commitmentId]: target.value } })}
        />
      ))}
    </fieldset>
  );
}

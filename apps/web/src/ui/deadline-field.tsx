import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { readDate } from '@/formats/read-date';
import { writeDate } from '@/formats/write-date';
import { type Choice, Field, type FieldTexts, SelectField } from './field';
import { useStated } from './stated-date';
import './understood.css';

interface DeadlineFieldProps extends FieldTexts {
  /** The date as the register keeps it (`2029`, `2029-06`, `2029-H1`, a day, a range); null when there is none. */
  readonly stated: string | null;
  /** What was typed and not understood, where it was kept. */
  readonly unread?: string | undefined;
  /** `unread` is what was typed when it was not understood: nothing that was typed is thrown away. */
  readonly onRead: (stated: string | null, unread: string | undefined) => void;
  /** Why there is no date, asked while there is none. */
  readonly absence?: {
    readonly label: string;
    readonly choices: readonly Choice[];
    readonly chosen: string | null;
    readonly onChoose: (absence: string | null) => void;
    readonly field?: string;
  };
  readonly disabled?: boolean;
}

/** A date as exactly as the paper states it. It says back what it understood, and never makes it more exact. */
export function DeadlineField({ stated, unread, onRead, absence, disabled, ...texts }: DeadlineFieldProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const say = useStated();
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? unread ?? (stated === null ? '' : writeDate(stated, language));
  const read = readDate(shown);
  const notUnderstood = unread !== undefined && typed === null ? t('date.notUnderstood') : null;
  const type = (text: string) => {
    setTyped(text);
    const date = readDate(text);
    onRead(date?.stated ?? null, date || text.trim() === '' ? undefined : text);
  };
  return (
    <div className="stack">
      <Field {...texts} hint={texts.hint ?? t('date.hint')} error={texts.error ?? notUnderstood}>
        {(wiring) => (
          <>
            <input
              type="text"
              className="control"
              autoComplete="off"
              dir="auto"
              {...wiring}
              disabled={disabled}
              value={shown}
              onChange={({ currentTarget }) => type(currentTarget.value)}
              onBlur={() => setTyped(null)}
            />
            <span className="understood" role="status">
              {read
                ? t(`date.understood.${read.precision}`, {
                    date: say(read),
                    day: formatDay(read.lastDay, language),
                  })
                : ''}
            </span>
          </>
        )}
      </Field>
      {absence && stated === null && shown.trim() === '' ? (
        <SelectField
          label={absence.label}
          field={absence.field}
          choices={absence.choices}
          none={t('date.noReason')}
          value={absence.chosen ?? ''}
          disabled={disabled}
          onChange={({ currentTarget }) => absence.onChoose(currentTarget.value || null)}
        />
      ) : null}
    </div>
  );
}

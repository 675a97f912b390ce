import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { type ReadFigure, readFigure } from '@/formats/read-figure';
import { type Choice, Field, type FieldTexts } from './field';
import './understood.css';

export interface FigureTyped {
  readonly value: number | null;
  readonly unit: string | null;
  readonly qualifier: string | null;
}

interface QuantityFieldProps {
  readonly value: FieldTexts;
  /** Left out where a figure is what it is. */
  readonly qualifier?: FieldTexts;
  /** Left out where there is one unit, which the label names. */
  readonly unit?: FieldTexts;
  readonly figure: FigureTyped;
  /** What was typed and not understood, where it was kept. */
  readonly unread?: string | undefined;
  readonly onRead: (figure: FigureTyped, unread: string | undefined) => void;
  readonly qualifiers?: readonly Choice[];
  readonly units: readonly Choice[];
  /** Units whose figures are whole. */
  readonly wholeUnits: readonly string[];
  readonly disabled?: boolean;
}

/** A figure as people write it, with what qualifies it and what it counts; both are taken from the words when they say it. */
export function QuantityField({ figure, unread, onRead, units, ...rest }: QuantityFieldProps) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  const [typed, setTyped] = useState<string | null>(null);
  const written =
    figure.value === null ? '' : formatNumber(figure.value, language, { maximumFractionDigits: 2 });
  const shown = typed ?? unread ?? written;
  const known = units.map(({ value }) => value);
  const doubt = doubtOf(shown, { known, unit: figure.unit, wholeUnits: rest.wholeUnits });
  const type = (text: string) => {
    setTyped(text);
    if (text.trim() === '') return onRead({ ...figure, value: null }, undefined);
    const read = readFigure(text);
    if (typeof read === 'string' || doubtOf(text, { known, unit: figure.unit, wholeUnits: rest.wholeUnits }))
      return onRead({ ...figure, value: null }, text);
    onRead(
      {
        value: read.value,
        unit: read.unit ?? figure.unit ?? (known.length === 1 ? (known[0] ?? null) : null),
        qualifier: read.qualifier ?? figure.qualifier,
      },
      undefined,
    );
  };
  const unitName = units.find(({ value }) => value === figure.unit)?.label ?? '';
  return (
    <div className="field">
      <div className="figure-row">
        {rest.qualifier ? (
          <Choosing
            texts={rest.qualifier}
            choices={rest.qualifiers ?? []}
            chosen={figure.qualifier}
            disabled={rest.disabled}
            onChoose={(qualifier) => onRead({ ...figure, qualifier }, unread)}
          />
        ) : null}
        <Field
          {...rest.value}
          error={rest.value.error ?? (typed === null && doubt ? t(`figure.${doubt}`) : null)}
        >
          {(wiring) => (
            <input
              type="text"
              className="control"
              autoComplete="off"
              dir="auto"
              {...wiring}
              disabled={rest.disabled}
              value={shown}
              onChange={({ currentTarget }) => type(currentTarget.value)}
              onBlur={() => setTyped(null)}
            />
          )}
        </Field>
        {rest.unit ? (
          <Choosing
            texts={rest.unit}
            choices={units}
            chosen={figure.unit}
            disabled={rest.disabled}
            onChoose={(unit) => onRead({ ...figure, unit }, unread)}
          />
        ) : null}
      </div>
      <span className="understood" role="status">
        {typed !== null && figure.value !== null && !doubt
          ? t('figure.understood', {
              figure: formatNumber(figure.value, language, { maximumFractionDigits: 2 }),
              unit: unitName,
            })
          : ''}
      </span>
    </div>
  );
}

interface Expected {
  readonly known: readonly string[];
  readonly unit: string | null;
  readonly wholeUnits: readonly string[];
}

function doubtOf(text: string, { known, unit, wholeUnits }: Expected) {
  if (text.trim() === '') return null;
  const read: ReadFigure | string = readFigure(text);
  if (typeof read === 'string') return read as Extract<ReturnType<typeof readFigure>, string>;
  if (read.unit !== null && !known.includes(read.unit)) return 'other_unit' as const;
  const counted = read.unit ?? unit ?? (known.length === 1 ? (known[0] ?? '') : '');
  return wholeUnits.includes(counted) && !Number.isInteger(read.value) ? ('not_whole' as const) : null;
}

function Choosing({
  texts,
  choices,
  chosen,
  disabled,
  onChoose,
}: {
  readonly texts: FieldTexts;
  readonly choices: readonly Choice[];
  readonly chosen: string | null;
  readonly disabled: boolean | undefined;
  readonly onChoose: (value: string | null) => void;
}) {
  const { t } = useTranslation('ui');
  return (
    <Field {...texts}>
      {(wiring) => (
        <select
          className="control"
          {...wiring}
          disabled={disabled}
          value={chosen ?? ''}
          onChange={({ currentTarget }) => onChoose(currentTarget.value || null)}
        >
          <option value="">{t('choose')}</option>
          {choices.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

import { useTranslation } from 'react-i18next';
import { fieldErrorsOf } from '@/api/problem';
import { useApi, useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { WHOLE_UNITS } from '@/logging/draft/kinds';
import { Button } from '@/ui/button';
import { Checkbox, SelectField, TextField, fieldId } from '@/ui/field';
import { QuantityField } from '@/ui/quantity-field';
import { useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import {
  type Axis,
  FIXED_PARTS,
  type TypedBreakdown,
  type TypedPart,
  axesOf,
  pathOf,
  sumOf,
  withPart,
} from './breakdowns';
import type { ReportPart } from './report-part';

/** The figure in its parts: by site, region, sex, contract, and how it is related; only what one wants to say. */
export function BreakdownFields({ store, state, error }: ReportPart) {
  const { t } = useTranslation(['portal', 'review']);
  const { content, record } = state;
  const { breakdowns } = content;
  const axes = axesOf(record.commitment.unit);
  const left = axes.filter((axis) => !breakdowns.some(({ by }) => by === axis));
  const change = (changed: readonly TypedBreakdown[]) =>
    store.change((typed) => ({ ...typed, breakdowns: changed }));
  const begin = (by: Axis) =>
    change([
      ...breakdowns,
      { by, partial: false, parts: FIXED_PARTS[by] === null ? [{ key: '', value: null }] : [] },
    ]);
  return (
    <section className="section">
      <h2>{t('parts.title')}</h2>
      <p className="prose muted">{t('parts.lead')}</p>
      <div className="stack record-form">
        {breakdowns.map((breakdown) => (
          <OneBreakdown
            key={breakdown.by}
            part={{ store, state, error }}
            breakdown={breakdown}
            onChange={(changed) => change(breakdowns.map((one) => (one.by === breakdown.by ? changed : one)))}
            onRemove={() => {
              store.forgetUnread(`breakdown.${breakdown.by}.`);
              change(breakdowns.filter(({ by }) => by !== breakdown.by));
            }}
          />
        ))}
        {left.length === 0 ? null : (
          <div className="actions">
            {left.map((axis) => (
              <Button key={axis} onClick={() => begin(axis)}>
                {t('parts.add', { axis: t(`review:reports.axis.${axis}`) })}
              </Button>
            ))}
          </div>
        )}
      </div>
    </section>
  );
}

interface OneBreakdownProps {
  readonly part: ReportPart;
  readonly breakdown: TypedBreakdown;
  readonly onChange: (breakdown: TypedBreakdown) => void;
  readonly onRemove: () => void;
}

function OneBreakdown({ part, breakdown, onChange, onRemove }: OneBreakdownProps) {
  const { t } = useTranslation(['portal', 'review']);
  const errors = fieldErrorsOf(part.error);
  const { by, partial } = breakdown;
  const path = pathOf(part.state.content.breakdowns, by);
  const wrong = errors.get(path);
  const axis = t(`review:reports.axis.${by}`);
  return (
    <fieldset className={wrong ? 'field field-wrong texts' : 'field texts'} id={fieldId(path)} tabIndex={-1}>
      <legend>{axis}</legend>
      {wrong ? <p className="field-error">{wrong}</p> : null}
      {FIXED_PARTS[by] === null ? (
        <FreeParts part={part} breakdown={breakdown} onChange={onChange} />
      ) : (
        <FixedParts part={part} breakdown={breakdown} onChange={onChange} />
      )}
      <Sum total={part.state.content.value} breakdown={breakdown} />
      <Checkbox
        label={t('parts.partial')}
        checked={partial}
        onChange={({ currentTarget }) => onChange({ ...breakdown, partial: currentTarget.checked })}
      />
      <div>
        <Button weight="quiet" onClick={onRemove}>
          {t('parts.remove', { axis })}
        </Button>
      </div>
    </fieldset>
  );
}

type PartsProps = Omit<OneBreakdownProps, 'onRemove'>;

function FixedParts({ part, breakdown, onChange }: PartsProps) {
  const { t } = useTranslation('review');
  const { by, parts } = breakdown;
  return (
    <>
      {(FIXED_PARTS[by] ?? []).map((key) => (
        <PartFigure
          key={key}
          part={part}
          by={by}
          name={t(`reports.partOf.${by as 'sex'}.${key as 'women'}`)}
          of={{ key, value: parts.find((one) => one.key === key)?.value ?? null }}
          onRead={(value) => onChange(withPart(breakdown, key, value))}
        />
      ))}
    </>
  );
}

/** Sites by their names, regions from the list: one row each. */
function FreeParts({ part, breakdown, onChange }: PartsProps) {
  const { t } = useTranslation('portal');
  const { by, parts } = breakdown;
  const set = (at: number, changed: TypedPart) =>
    onChange({ ...breakdown, parts: parts.map((one, index) => (index === at ? changed : one)) });
  return (
    <>
      {parts.map((one, at) => (
        <div key={at} className="report-part">
          <PartKey
            part={part}
            by={by}
            of={one}
            number={at + 1}
            onChoose={(key) => set(at, { ...one, key })}
          />
          <PartFigure
            part={part}
            by={by}
            name={t('parts.figure', { n: at + 1 })}
            of={one}
            unreadAt={`${by}.${at}`}
            onRead={(value) => set(at, { ...one, value })}
          />
          {parts.length > 1 ? (
            <div>
              <Button
                weight="quiet"
                onClick={() => {
                  part.store.forgetUnread(`breakdown.${by}.`);
                  onChange({ ...breakdown, parts: parts.filter((_, index) => index !== at) });
                }}
              >
                {t('parts.removeRow', { n: at + 1 })}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      <div>
        <Button onClick={() => onChange({ ...breakdown, parts: [...parts, { key: '', value: null }] })}>
          {t(by === 'region' ? 'parts.addRegion' : 'parts.addSite')}
        </Button>
      </div>
    </>
  );
}

function PartKey({
  part: { state, error },
  by,
  of: { key },
  number,
  onChoose,
}: {
  readonly part: ReportPart;
  readonly by: Axis;
  readonly of: TypedPart;
  readonly number: number;
  readonly onChoose: (key: string) => void;
}) {
  const { t } = useTranslation('portal');
  const text = useText();
  const regions = useApi().useQuery(
    'get',
    '/api/v1/regions',
    { params: { query: { limit: 100 } } },
    { enabled: by === 'region', staleTime: 600_000 },
  );
  const field = `${pathOf(state.content.breakdowns, by, key)}.key`;
  const wrong = fieldErrorsOf(error).get(field) ?? null;
  if (by !== 'region') {
    return (
      <TextField
        label={t('parts.site', { n: number })}
        field={key === '' ? `${field}.${number}` : field}
        error={wrong}
        dir="auto"
        maxLength={200}
        value={key}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      />
    );
  }
  return (
    <SelectField
      label={t('parts.region', { n: number })}
      field={key === '' ? `${field}.${number}` : field}
      error={wrong}
      none={t('parts.chooseRegion')}
      choices={(regions.data?.items ?? []).map(({ code, names }) => ({ value: code, label: text(names) }))}
      value={key}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}

function PartFigure({
  part: { store, state, error },
  by,
  name,
  of: { key, value },
  unreadAt,
  onRead,
}: {
  readonly part: ReportPart;
  readonly by: Axis;
  readonly name: string;
  readonly of: TypedPart;
  /** Where what was not understood is kept; by the key of the part unless said. */
  readonly unreadAt?: string;
  readonly onRead: (value: number | null) => void;
}) {
  const word = useWord();
  const unit = state.record.commitment.unit ?? '';
  const field = `${pathOf(state.content.breakdowns, by, key)}.value`;
  const kept = `breakdown.${unreadAt ?? `${by}.${key}`}`;
  return (
    <QuantityField
      value={{
        label: name,
        field: unreadAt === undefined || key !== '' ? field : `${kept}.value`,
        error: fieldErrorsOf(error).get(field) ?? null,
      }}
      figure={{ value, unit, qualifier: 'exactly' }}
      unread={state.unread[kept]}
      units={[{ value: unit, label: word('unit', unit) }]}
      wholeUnits={WHOLE_UNITS}
      onRead={(read, notRead) => {
        onRead(read.value);
        store.change((typed) => typed, { [kept]: notRead });
      }}
    />
  );
}

/** What the parts come to beside the total, while one types. */
function Sum({ total, breakdown }: { readonly total: number | null; readonly breakdown: TypedBreakdown }) {
  const { t } = useTranslation('portal');
  const language = useLanguage();
  const sum = formatNumber(sumOf(breakdown), language, { maximumFractionDigits: 2 });
  if (total === null) return <p className="small muted">{t('parts.sum', { sum })}</p>;
  return (
    <p className="small muted">
      {t('parts.sumOf', { sum, total: formatNumber(total, language, { maximumFractionDigits: 2 }) })}
    </p>
  );
}

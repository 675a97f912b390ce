import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import './facets.css';

export interface FacetValue {
  readonly value: string;
  readonly name: string;
  /** How many there are; absent where nobody counted. */
  readonly count?: number;
}

/** One question by which a list is narrowed, with its answers and how many rows each has. */
export function Facet({
  name,
  values,
  chosen,
  onToggle,
  others = 0,
  open = false,
}: {
  readonly name: string;
  readonly values: readonly FacetValue[];
  readonly chosen: readonly string[];
  readonly onToggle: (value: string) => void;
  /** How many further answers are not shown. */
  readonly others?: number;
  readonly open?: boolean;
}) {
  const { t } = useTranslation('ui');
  const language = useLanguage();
  // Open while something in it is chosen, and afterwards until it is closed by hand: the focus is in it.
  const [isOpen, setOpen] = useState(open);
  if (chosen.length > 0 && !isOpen) setOpen(true);
  return (
    <details className="facet" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        {name}
        {chosen.length > 0 ? (
          <span className="facet-chosen">{formatNumber(chosen.length, language)}</span>
        ) : null}
      </summary>
      <fieldset>
        <legend className="visually-hidden">{name}</legend>
        {values.map(({ value, name: label, count }) => (
          <label key={value} className="facet-value">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => onToggle(value)} />
            <span className="facet-name">
              <bdi>{label}</bdi>
            </span>
            {count === undefined ? null : (
              <span className="facet-count">
                <span aria-hidden="true">{formatNumber(count, language)}</span>
                <span className="visually-hidden">{t('facets.count', { count })}</span>
              </span>
            )}
          </label>
        ))}
        {others > 0 ? <p className="muted small">{t('facets.others', { count: others })}</p> : null}
      </fieldset>
    </details>
  );
}

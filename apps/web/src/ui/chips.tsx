import { useTranslation } from 'react-i18next';
import { focusBeside } from './focus-beside';
import './chips.css';

export interface Chip {
  readonly key: string;
  /** What is asked, and which answer was chosen. */
  readonly name: string;
  readonly value: string;
  readonly onRemove: () => void;
}

/** What a list is narrowed by now; each can be taken away. */
export function Chips({
  label,
  chips,
  onClear,
}: {
  readonly label: string;
  readonly chips: readonly Chip[];
  readonly onClear: () => void;
}) {
  const { t } = useTranslation('ui');
  if (chips.length === 0) return null;
  return (
    <ul className="chips no-print" aria-label={label}>
      {chips.map(({ key, name, value, onRemove }) => (
        <li key={key}>
          <button
            type="button"
            className="chip"
            onClick={({ currentTarget }) => {
              focusBeside(currentTarget);
              onRemove();
            }}
          >
            <span className="visually-hidden">{t('chips.remove')} </span>
            <span>
              {name}: <bdi>{value}</bdi>
            </span>
            <span aria-hidden="true">×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="chip chip-clear" onClick={onClear}>
          {t('chips.clear')}
        </button>
      </li>
    </ul>
  );
}

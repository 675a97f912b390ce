import { useCombobox } from 'downshift';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, type FieldTexts, fieldId } from './field';
import { focusBeside } from './focus-beside';
import './combobox.css';

export interface ComboboxOption {
  readonly key: string;
  /** What stands in the field once it is chosen, and is heard in the list. */
  readonly text: string;
  /** What tells it from others like it. */
  readonly detail?: ReactNode;
}

interface ComboboxProps extends FieldTexts {
  /** What fits what was typed, the best first. */
  readonly options: readonly ComboboxOption[];
  readonly onType: (text: string) => void;
  /** What is chosen, as it stands in the field; null when nothing is. */
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
  readonly searching?: boolean;
  /** Offered below what was found: to record what is not there. */
  readonly onRecord?: (typed: string) => void;
  /** Empties the field after a choice, where several are chosen one after the other. */
  readonly clears?: boolean;
  readonly disabled?: boolean;
  readonly placeholder?: string;
}

const RECORD = '\u0000record';

/** A field that finds among thousands. What was found is counted aloud; all of it works from the keyboard. */
export function Combobox({
  options,
  onType,
  chosen,
  onChoose,
  searching = false,
  onRecord,
  clears = false,
  disabled,
  placeholder,
  ...texts
}: ComboboxProps) {
  const { t } = useTranslation('ui');
  const own = useId();
  const id = texts.field ? fieldId(texts.field) : own;
  const [typed, setTyped] = useState<string | null>(null);
  const offered = onRecord
    ? [
        ...options,
        { key: RECORD, text: typed?.trim() ? t('combobox.record', { typed }) : t('combobox.recordNew') },
      ]
    : [...options];
  const shown = typed ?? chosen ?? '';
  const { isOpen, highlightedIndex, getInputProps, getMenuProps, getItemProps } = useCombobox<ComboboxOption>(
    {
      inputId: id,
      menuId: `${id}-menu`,
      labelId: `${id}-label`,
      getItemId: (index) => `${id}-option-${index}`,
      items: offered,
      itemToString: (item) => item?.text ?? '',
      itemToKey: (item) => item?.key ?? '',
      inputValue: shown,
      selectedItem: null,
      defaultHighlightedIndex: 0,
      onStateChange: ({ type, selectedItem }) => {
        if (type === useCombobox.stateChangeTypes.InputBlur) leave(selectedItem);
        else if (type === useCombobox.stateChangeTypes.InputKeyDownEscape) setTyped(null);
        else if (selectedItem) choose(selectedItem);
      },
    },
  );
  const choose = (item: ComboboxOption) => {
    setTyped(null);
    if (item.key === RECORD) onRecord?.(typed?.trim() ?? '');
    else onChoose(item.key);
    if (clears) onType('');
  };
  // Leaving takes what is marked only when something was typed for it; an emptied field chooses nothing.
  const leave = (marked: ComboboxOption | null | undefined) => {
    if (typed !== null && typed.trim() === '' && !clears) onChoose(null);
    else if (typed?.trim() && marked && marked.key !== RECORD) return choose(marked);
    setTyped(null);
  };
  const isEmpty = isOpen && typed !== null && typed.trim() !== '' && options.length === 0 && !searching;
  return (
    <Field {...texts}>
      {(wiring) => (
        <div className="combobox">
          <input
            className="control"
            {...getInputProps({
              ...wiring,
              'aria-labelledby': undefined,
              disabled,
              placeholder,
              dir: 'auto',
              onChange: ({ currentTarget }) => {
                setTyped(currentTarget.value);
                onType(currentTarget.value);
              },
            })}
          />
          <ul
            {...getMenuProps({ 'aria-labelledby': undefined, 'aria-label': t('combobox.found') })}
            className={isOpen ? 'combobox-menu' : 'combobox-menu combobox-closed'}
          >
            {isOpen
              ? offered.map((item, index) => (
                  <li
                    key={item.key}
                    {...getItemProps({ item, index })}
                    className="combobox-option"
                    aria-selected={highlightedIndex === index}
                  >
                    <bdi>{item.text}</bdi>
                    {item.detail ? <small className="muted">{item.detail}</small> : null}
                  </li>
                ))
              : null}
          </ul>
          <span className="visually-hidden" role="status">
            {!isOpen
              ? ''
              : searching
                ? t('combobox.searching')
                : t('combobox.count', { count: options.length })}
          </span>
          {isEmpty && !onRecord ? <p className="field-hint">{t('combobox.nothing')}</p> : null}
        </div>
      )}
    </Field>
  );
}

interface ComboboxOfSeveralProps extends Omit<ComboboxProps, 'chosen' | 'onChoose' | 'clears' | 'onRecord'> {
  readonly chosen: readonly ComboboxOption[];
  readonly onChange: (keys: readonly string[]) => void;
}

/** Several of many: each that is chosen stands below with a way to take it out again. */
export function ComboboxOfSeveral({ chosen, onChange, options, ...rest }: ComboboxOfSeveralProps) {
  const { t } = useTranslation('ui');
  const keys = chosen.map(({ key }) => key);
  return (
    <div className="field">
      <Combobox
        {...rest}
        options={options.filter(({ key }) => !keys.includes(key))}
        chosen={null}
        clears
        onChoose={(key) => {
          if (key) onChange([...keys, key]);
        }}
      />
      {chosen.length > 0 ? (
        <ul className="chosen">
          {chosen.map(({ key, text }) => (
            <li key={key}>
              <bdi>{text}</bdi>
              <button
                type="button"
                disabled={rest.disabled}
                aria-label={t('combobox.takeOut', { name: text })}
                onClick={({ currentTarget }) => {
                  focusBeside(currentTarget);
                  onChange(keys.filter((one) => one !== key));
                }}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button';
import { Chips } from '../chips';
import { Combobox } from '../combobox';
import { DeadlineField } from '../deadline-field';
import { Facet } from '../facets';
import { type FigureTyped, QuantityField } from '../quantity-field';
import { RowKeys } from '../row-keys';
import { ShortcutList } from '../shortcut-list';

/** What narrows a list. */
export function ChipRow() {
  const { t } = useTranslation('words');
  const chip = { key: 'kind', name: t('field.kind'), value: t('kind.jobs'), onRemove: () => undefined };
  return <Chips label={t('field.kind')} chips={[chip]} onClear={() => undefined} />;
}

/** What a list may be narrowed by, with counts. */
export function FacetList() {
  const { t } = useTranslation('words');
  const [chosen, choose] = useState<readonly string[]>(['jobs']);
  const values = [
    { value: 'jobs', name: t('kind.jobs'), count: 12 },
    { value: 'training', name: t('kind.training'), count: 3 },
  ];
  const toggle = (value: string) =>
    choose(chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value]);
  return <Facet name={t('field.kind')} values={values} chosen={chosen} onToggle={toggle} open />;
}

/** A choice among thousands. */
export function Finding() {
  const { t } = useTranslation('words');
  const [chosen, choose] = useState<string | null>(null);
  const options = (['jobs', 'training', 'grants'] as const).map((key) => ({ key, text: t(`kind.${key}`) }));
  return (
    <Combobox
      label={t('field.kind')}
      options={options}
      onType={() => undefined}
      chosen={options.find(({ key }) => key === chosen)?.text ?? null}
      onChoose={choose}
    />
  );
}

/** A deadline as people write it. */
export function Deadline() {
  const { t } = useTranslation('words');
  const [stated, read] = useState<string | null>('2029');
  return <DeadlineField label={t('field.deadline')} stated={stated} onRead={read} />;
}

/** A figure as people write it. */
export function Quantity() {
  const { t } = useTranslation('words');
  const [figure, read] = useState<FigureTyped>({ value: 1250, unit: 'jobs', qualifier: 'more_than' });
  return (
    <QuantityField
      value={{ label: t('field.value') }}
      unit={{ label: t('field.unit') }}
      figure={figure}
      onRead={read}
      units={[{ value: 'jobs', label: t('unit.jobs') }]}
      wholeUnits={['jobs']}
    />
  );
}

/** Rows that arrow keys walk through. */
export function WalkedRows() {
  return (
    <RowKeys>
      <ul>
        <li>MIT-2025-0007</li>
        <li>MIT-2025-0008</li>
      </ul>
    </RowKeys>
  );
}

/** What keys do. */
export function Keys() {
  const { t } = useTranslation('ui');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('showcase.open')}</Button>
      <ShortcutList
        open={open}
        onClose={() => setOpen(false)}
        shortcuts={[{ keys: ['/'], does: t('retry') }]}
      />
    </>
  );
}

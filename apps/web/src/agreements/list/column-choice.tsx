import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { ChoiceGroup } from '@/ui/field';

/** Which columns a table shows; the first always. The choice is in the address. */
export function ColumnChoice({
  columns,
  chosen,
  onChange,
}: {
  readonly columns: readonly { readonly key: string; readonly name: string }[];
  readonly chosen: readonly string[];
  /** Null: as it is without a choice. */
  readonly onChange: (chosen: readonly string[] | null) => void;
}) {
  const { t } = useTranslation('agreements');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('columns.choose')}</Button>
      <Dialog open={open} title={t('columns.title')} onClose={() => setOpen(false)}>
        <ChoiceGroup
          label={t('columns.shown')}
          several
          choices={columns.map(({ key, name }) => ({ value: key, label: name }))}
          chosen={chosen}
          onChange={onChange}
        />
        <div className="actions">
          <Button weight="main" onClick={() => setOpen(false)}>
            {t('columns.done')}
          </Button>
          <Button weight="quiet" onClick={() => onChange(null)}>
            {t('columns.standard')}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

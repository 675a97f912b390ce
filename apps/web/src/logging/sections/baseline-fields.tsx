import { useTranslation } from 'react-i18next';
import { QuantityField } from '@/ui/quantity-field';
import type { Baseline } from '../draft/document';
import { useDraft, useDraftValue } from '../draft/draft-context';
import { DraftText } from '../draft/draft-fields';
import { type Kind, WHOLE_UNITS, unitsOf } from '../draft/kinds';
import { withValueAt } from '../draft/paths';
import { useUnitChoices } from './choices';
import { More } from './section-page';

/** What was there before, where the paper says it: 1,750 on top of 800. */
export function BaselineFields({ path, kind }: { readonly path: string; readonly kind: Kind | null }) {
  const { t } = useTranslation(['logging', 'words']);
  const { store } = useDraft();
  const units = useUnitChoices();
  const { value, unread, error, lock } = useDraftValue<Baseline>(path);
  const figureError = useDraftValue(`${path}.value`).error;
  const unit = value?.unit ?? unitsOf(kind)[0] ?? null;
  return (
    <More label={t('more.baseline')} open={value !== null || unread !== undefined}>
      <QuantityField
        value={{
          label: t('words:field.baseline'),
          field: path,
          hint: lock ? t(`lock.${lock}`) : t('baselineHint'),
          optional: true,
          error: error ?? figureError,
        }}
        unit={{ label: t('words:field.unit'), field: `${path}.unit` }}
        figure={{ value: value?.value ?? null, unit, qualifier: null }}
        unread={unread}
        units={units(kind, unit)}
        wholeUnits={WHOLE_UNITS}
        disabled={lock !== null}
        onRead={(figure, typed) => {
          const baseline =
            figure.value === null
              ? null
              : { value: figure.value, unit: figure.unit ?? unit ?? '', note: value?.note ?? null };
          store.change((content) => withValueAt(content, path, baseline), { [path]: typed });
        }}
      />
      {value ? <DraftText path={`${path}.note`} label={t('words:field.note')} optional /> : null}
    </More>
  );
}

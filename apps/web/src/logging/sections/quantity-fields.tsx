import { useTranslation } from 'react-i18next';
import { QuantityField } from '@/ui/quantity-field';
import { EMPTY_QUANTITY, type Quantity } from '../draft/document';
import { useDraft, useDraftValue } from '../draft/draft-context';
import { DraftSelect, DraftText } from '../draft/draft-fields';
import { type Kind, WHOLE_UNITS } from '../draft/kinds';
import { withValueAt } from '../draft/paths';
import { useChoices, useUnitChoices } from './choices';
import { More } from './section-page';

interface QuantityProps {
  /** Path of the quantity. */
  readonly path: string;
  readonly kind: Kind | null;
}

/** The figure itself: qualifier, value and unit. */
export function QuantityFields({ path, kind }: QuantityProps) {
  const { t } = useTranslation(['logging', 'words']);
  const { store } = useDraft();
  const choices = useChoices();
  const units = useUnitChoices();
  const whole = useDraftValue<Quantity>(path);
  const value = useDraftValue<number>(`${path}.value`);
  const qualifier = useDraftValue<string>(`${path}.qualifier`);
  const unit = useDraftValue<string>(`${path}.unit`);
  const quantity = whole.value ?? EMPTY_QUANTITY;
  return (
    <QuantityField
      value={{
        label: t('words:field.quantity'),
        field: `${path}.value`,
        hint: value.lock ? t(`lock.${value.lock}`) : t('figureHint'),
        error: value.error ?? whole.error,
      }}
      qualifier={{ label: t('words:field.qualifier'), field: `${path}.qualifier`, error: qualifier.error }}
      unit={{ label: t('words:field.unit'), field: `${path}.unit`, error: unit.error }}
      figure={quantity}
      unread={value.unread}
      qualifiers={choices('qualifier')}
      units={units(kind, quantity.unit)}
      wholeUnits={WHOLE_UNITS}
      disabled={value.lock !== null && qualifier.lock !== null && unit.lock !== null}
      onRead={(figure, typed) =>
        store.change((content) => withValueAt(content, path, { ...quantity, ...figure }), {
          [`${path}.value`]: typed,
        })
      }
    />
  );
}

/** What kind of figure it is; figures add only when they agree in all of this. */
export function QuantityAxes({
  path,
  kind,
  quantity,
}: QuantityProps & { readonly quantity: Quantity | null }) {
  const { t } = useTranslation(['logging', 'words']);
  const choices = useChoices();
  const isOfJobs = kind === 'jobs';
  const { basis, level, stated, stability, relation } = quantity ?? EMPTY_QUANTITY;
  const seldom = (
    <>
      {isOfJobs ? null : (
        <DraftSelect
          path={`${path}.relation`}
          label={t('words:field.relation')}
          choices={choices('relation')}
          none={null}
        />
      )}
      {isOfJobs ? null : (
        <DraftSelect
          path={`${path}.basis`}
          label={t('words:field.basis')}
          choices={choices('basis')}
          none={null}
        />
      )}
      <DraftSelect
        path={`${path}.stability`}
        label={t('words:field.stability')}
        choices={choices('stability')}
        none={null}
      />
      <DraftSelect
        path={`${path}.level`}
        label={t('words:field.level')}
        hint={t('levelHint')}
        choices={choices('level')}
        none={null}
      />
      <DraftText path={`${path}.stated`} label={t('words:field.stated')} hint={t('statedHint')} optional />
    </>
  );
  const open =
    stability !== 'not_stated' ||
    level !== 'firm' ||
    stated !== null ||
    (!isOfJobs && (relation !== 'not_stated' || basis !== 'not_stated'));
  return (
    <>
      {isOfJobs ? (
        <div className="figure-row">
          <DraftSelect
            path={`${path}.relation`}
            label={t('words:field.relation')}
            choices={choices('relation')}
            none={null}
          />
          <DraftSelect
            path={`${path}.basis`}
            label={t('words:field.basis')}
            choices={choices('basis')}
            none={null}
          />
        </div>
      ) : null}
      <More label={t('more.quantity')} open={open}>
        {seldom}
      </More>
    </>
  );
}

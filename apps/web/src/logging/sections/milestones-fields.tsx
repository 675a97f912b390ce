import { useTranslation } from 'react-i18next';
import { fieldId } from '@/ui/field';
import { type Milestone, emptyMilestone, newPartId } from '../draft/document';
import { withoutPart } from '../draft/defaults';
import { useDraft, useEdit } from '../draft/draft-context';
import { DraftDate, DraftSelect, DraftTexts } from '../draft/draft-fields';
import type { Kind } from '../draft/kinds';
import { useChoices } from './choices';
import { QuantityFields } from './quantity-fields';
import { AddPart, More, Part } from './section-page';
import { useLanguage } from '@/app/services';

/** Dated interim targets of a commitment. */
export function MilestonesFields({
  at,
  milestones,
  kind,
}: {
  readonly at: number;
  readonly milestones: readonly Milestone[];
  readonly kind: Kind | null;
}) {
  const { t } = useTranslation(['logging', 'words']);
  const language = useLanguage();
  const choices = useChoices();
  const edit = useEdit();
  const { store, state } = useDraft();
  const measure = state.content.document.commitments[at]?.measure;
  return (
    <More label={t('more.milestones')} open={milestones.length > 0}>
      {milestones.map((milestone, index) => {
        const path = `commitments[${at}].milestones[${index}]`;
        return (
          <Part
            key={index}
            list="milestones"
            title={t('milestoneNumber', { number: index + 1 })}
            onRemove={() => {
              store.forgetUnread(`commitments[${at}].milestones[`);
              edit((now) => withoutPart(now, milestone.id));
            }}
          >
            <DraftTexts path={`${path}.title`} label={t('words:field.title')} />
            {measure === 'quantity' ? <QuantityFields path={`${path}.quantity`} kind={kind} /> : null}
            <DraftDate path={`${path}.deadline`} label={t('words:field.deadline')} />
            <DraftSelect
              path={`${path}.standing`}
              label={t('words:field.standing')}
              hint={t('standingHint')}
              choices={choices('milestoneStanding')}
              none={null}
            />
          </Part>
        );
      })}
      <AddPart
        list="milestones"
        label={t('addMilestone')}
        field={fieldId(`commitments[${at}].milestones[${milestones.length}].title.${language}`)}
        onAdd={() =>
          edit((now) => ({
            ...now,
            commitments: now.commitments.map((one, index) =>
              index === at
                ? { ...one, milestones: [...one.milestones, emptyMilestone(newPartId(now))] }
                : one,
            ),
          }))
        }
      />
    </More>
  );
}

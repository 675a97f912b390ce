import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Checkbox, ChoiceGroup, SelectField, TextField } from '@/ui/field';
import { ChooseSource } from '../choose-record';
import type { StepFieldsProps } from './step-fields';

/** How an instrument was signed, and what proves it. */
export function SigningFields({ agreementId, typed, change, errors }: StepFieldsProps) {
  const { t } = useTranslation(['review', 'words']);
  const files = useApi().useQuery('get', '/api/v1/agreements/{id}/files', {
    params: { path: { id: agreementId }, query: { limit: 100 } },
  });
  const texts = (files.data?.items ?? []).filter(({ withdrawal }) => withdrawal === null);
  return (
    <>
      <TextField
        field="signing.date.stated"
        label={t('step.signedOn')}
        hint={t('step.statedHint')}
        error={errors.get('signing.date.stated') ?? errors.get('signing.date') ?? null}
        value={typed.signedOn}
        disabled={typed.noDatePublished}
        onChange={({ target }) => change({ signedOn: target.value })}
      />
      <Checkbox
        label={t('step.noDatePublished')}
        checked={typed.noDatePublished}
        onChange={({ target }) =>
          change({ noDatePublished: target.checked, ...(target.checked ? { signedOn: '' } : {}) })
        }
      />
      <TextField
        field="signing.place"
        label={t('words:field.signingPlace')}
        optional
        error={errors.get('signing.place') ?? null}
        value={typed.signingPlace}
        onChange={({ target }) => change({ signingPlace: target.value })}
      />
      <ChoiceGroup
        field="signing.proof"
        label={t('step.proof')}
        hint={t('step.proofHint')}
        chosen={[typed.proof]}
        onChange={([proof]) => change({ proof: proof as 'known' })}
        choices={(['known', 'file', 'source'] as const).map((value) => ({
          value,
          label: t(`step.proofBy.${value}`),
        }))}
      />
      {typed.proof === 'file' ? (
        <SelectField
          field="signing.fileId"
          label={t('step.file')}
          error={errors.get('signing.fileId') ?? null}
          none={t('step.noFile')}
          value={typed.fileId}
          onChange={({ target }) => change({ fileId: target.value })}
          choices={texts.map(({ id, title, fileName, role }) => ({
            value: id,
            label: `${title ?? fileName} (${t(`words:fileRole.${role}`)})`,
          }))}
        />
      ) : null}
      {typed.proof === 'source' ? (
        <ChooseSource
          label={t('step.source')}
          field="signing.sourceId"
          error={errors.get('signing.sourceId') ?? null}
          chosen={typed.sourceId}
          onChoose={(sourceId) => change({ sourceId })}
        />
      ) : null}
    </>
  );
}

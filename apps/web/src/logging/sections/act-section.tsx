import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Notice } from '@/ui/notice';
import { SourcePicker } from '../pickers/source-picker';
import { useDraft, useDraftValue } from '../draft/draft-context';
import { DraftArea, DraftDay, DraftSelect, DraftText } from '../draft/draft-fields';
import { SectionPage } from './section-page';

/** Why there is another version and, of an amendment, the act that makes it. */
export function ActSection() {
  const { t } = useTranslation(['logging', 'words']);
  const { kind } = useDraft().state.record;
  return (
    <SectionPage section="act" lead={t(`kindExplained.${kind as 'clerical'}`)}>
      <Notice title={t(`words:draftKind.${kind as 'clerical'}`)}>
        {t(`kindTouches.${kind as 'clerical'}`)}
      </Notice>
      <DraftArea path="reason" label={t('reasonOfVersion')} hint={t('reasonOfVersionHint')} />
      {kind === 'amendment' ? <AmendmentFields /> : null}
    </SectionPage>
  );
}

function AmendmentFields() {
  const { t } = useTranslation(['logging', 'words']);
  const { agreementId } = useDraft();
  const files = useFiles(agreementId);
  const source = useDraftValue<string>('amendment.sourceId');
  return (
    <>
      <DraftText path="amendment.number" label={t('amendment.number')} hint={t('amendment.numberHint')} />
      <DraftDay path="amendment.signedOn" label={t('words:field.signedOn')} />
      <DraftDay
        path="amendment.effectiveOn"
        label={t('amendment.effectiveOn')}
        hint={t('amendment.effectiveHint')}
      />
      <DraftArea path="amendment.rationale" label={t('amendment.rationale')} />
      <DraftSelect
        path="amendment.fileId"
        label={t('amendment.file')}
        hint={t('amendment.fileHint')}
        optional
        choices={files.map(({ id, title, fileName }) => ({ value: id, label: title ?? fileName }))}
      />
      <SourcePicker
        label={t('amendment.source')}
        hint={t('amendment.sourceHint')}
        optional
        field="amendment.sourceId"
        error={source.error}
        id={source.value}
        onChoose={(id) => source.set(id)}
      />
    </>
  );
}

/** Files of the agreement that stand. */
export function useFiles(agreementId: string) {
  const { data } = useApi().useQuery('get', '/api/v1/agreements/{id}/files', {
    params: { path: { id: agreementId }, query: { limit: 100 } },
  });
  return (data?.items ?? []).filter(({ withdrawal }) => withdrawal === null);
}

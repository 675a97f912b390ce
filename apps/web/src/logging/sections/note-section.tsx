import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/draft-context';
import { DraftArea } from '../draft/draft-fields';
import { SectionPage } from './section-page';

export function NoteSection() {
  const { t } = useTranslation(['logging', 'words']);
  const { kind } = useDraft().state.record;
  return (
    <SectionPage section="note">
      <DraftArea path="note" label={t('words:field.note')} hint={t('noteHint')} rows={5} optional />
      {kind === 'first' ? (
        <DraftArea path="reason" label={t('reasonForVerifier')} hint={t('reasonForVerifierHint')} optional />
      ) : null}
    </SectionPage>
  );
}

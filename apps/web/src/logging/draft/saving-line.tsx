import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatInstant } from '@/formats/dates';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { sayFailure } from '@/ui/states';
import { useDraft } from './draft-context';

/** How it stands with what was typed; what needs the writer is said aloud. */
export function SavingLine() {
  const { t } = useTranslation('logging');
  const { t: ui } = useTranslation('ui');
  const language = useLanguage();
  const { agreementId, state, store } = useDraft();
  const { saving, record, error, joined } = state;
  const quiet = saving === 'saved' || saving === 'saving' || saving === 'typed';
  return (
    <div className="no-print">
      <p className="saving-line small muted">
        {quiet ? t(`saving.${saving}`, { when: formatInstant(record.savedAt, language) }) : null}
      </p>
      <div role="status">
        {joined ? <Notice title={t('saving.joined')} /> : null}
        {saving === 'unreachable' ? (
          <Notice tone="attention" title={t('saving.unreachable')}>
            <Button onClick={() => void store.flush()}>{ui('retry')}</Button>
          </Notice>
        ) : null}
        {saving === 'refused' ? (
          <Notice tone="late" title={t('saving.refused', { why: sayFailure(error, ui) })} />
        ) : null}
        {saving === 'closed' ? (
          <Notice tone="late" title={t('saving.closed')}>
            <Link to={`/staff/agreements/${agreementId}`}>{t('draft.toRecord')}</Link>
          </Notice>
        ) : null}
        {saving === 'conflict' ? (
          <Notice tone="late" title={t('saving.conflict')}>
            <Link to={`/staff/agreements/${agreementId}/draft/conflict`}>{t('saving.settle')}</Link>
          </Notice>
        ) : null}
      </div>
    </div>
  );
}

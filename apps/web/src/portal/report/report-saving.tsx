import { useTranslation } from 'react-i18next';
import { Button } from '@/ui/button';
import { Notice } from '@/ui/notice';
import { sayFailure } from '@/ui/states';
import type { ReportPart } from './report-part';

/** How it stands with what was typed; two people's values for one field are chosen between here. */
export function ReportSaving({
  store,
  state: { saving, error, joined, conflict },
}: Omit<ReportPart, 'error'>) {
  const { t } = useTranslation(['portal', 'logging']);
  const { t: ui } = useTranslation('ui');
  const settle = (side: 'theirs' | 'yours') =>
    void store.settle(new Map((conflict?.conflicts ?? []).map(({ path }) => [path, side])));
  return (
    <div className="no-print">
      <p className="small muted">
        {saving === 'saved' ? t('saving.saved') : null}
        {saving === 'typed' || saving === 'saving' ? t(`logging:saving.${saving}`) : null}
      </p>
      <div role="status">
        {joined ? <Notice title={t('logging:saving.joined')} /> : null}
        {saving === 'unreachable' ? (
          <Notice tone="attention" title={t('logging:saving.unreachable')}>
            <Button onClick={() => void store.flush()}>{ui('retry')}</Button>
          </Notice>
        ) : null}
        {saving === 'refused' ? (
          <Notice tone="late" title={t('logging:saving.refused', { why: sayFailure(error, ui) })} />
        ) : null}
        {saving === 'closed' ? <Notice tone="late" title={t('saving.closed')} /> : null}
        {conflict ? (
          <Notice tone="late" title={t('logging:saving.conflict')}>
            <div className="actions">
              <Button onClick={() => settle('yours')}>{t('saving.mine')}</Button>
              <Button onClick={() => settle('theirs')}>{t('saving.theirs')}</Button>
            </div>
          </Notice>
        ) : null}
      </div>
    </div>
  );
}

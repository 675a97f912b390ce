import { useTranslation } from 'react-i18next';
import { useClient, useRefresh } from '@/app/services';
import { useSending } from '@/app/use-sending';
import { Refusal } from '@/review/refusal';
import { Button } from '@/ui/button';
import { AboutReport } from './about-report';
import type { ReportRecord } from './report-draft';

/** A report that was asked for and that nobody has begun: what was accepted last is filled in when somebody does. */
export function BeginReport({ record }: { readonly record: ReportRecord }) {
  const { t } = useTranslation('portal');
  const client = useClient();
  const refresh = useRefresh();
  const { error, busy, send } = useSending();
  const offer = record.allowedActions.find(({ action }) => action === 'begin');
  const begin = () =>
    send(
      () =>
        client.POST('/api/v1/reports/{id}/transitions', {
          params: { path: { id: record.id }, header: { 'If-Match': `"${record.revision}"` } },
          body: { action: 'begin' },
        }),
      () => void refresh(),
    );
  return (
    <div className="stack">
      <Refusal error={error} onReadAgain={refresh} />
      <AboutReport record={record} />
      <p>{t('report.beginText')}</p>
      <div className="actions">
        <Button
          weight="main"
          busy={busy}
          hindrance={offer?.allowed === false ? offer.reason : null}
          onClick={() => void begin()}
        >
          {t('report.begin')}
        </Button>
      </div>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { ReportByState } from '@/portal/report/report-by-state';
import { Loaded } from '@/ui/states';
import { Text, useText } from '@/ui/text';

/** A report that an officer writes for an organisation, with the form that the organisation itself writes it in. */
export function WriteReportPage() {
  const { t } = useTranslation('review');
  const text = useText();
  const { id = '' } = useParams();
  // As in the portal: what is typed is held by its store.
  const report = useApi().useQuery(
    'get',
    '/api/v1/reports/{id}',
    { params: { path: { id } } },
    { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false },
  );
  const { data } = report;
  return (
    <Page
      title={data ? `${t('reports.write')}: ${text(data.commitment.title)}` : t('reports.write')}
      heading={data ? <Text of={data.commitment.title} /> : t('reports.write')}
      above={
        data ? (
          <>
            <Link to={`/staff/commitments/${data.commitment.id}`}>{t('reports.commitment')}</Link> ·{' '}
            <Link to={`/staff/reports/${id}`}>{t('reports.one')}</Link>
          </>
        ) : null
      }
    >
      <Loaded query={report} lines={9}>
        {(record) => <ReportByState key={`${record.id} ${record.steps.length}`} record={record} onBehalf />}
      </Loaded>
    </Page>
  );
}

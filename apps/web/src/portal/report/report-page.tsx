import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Page } from '@/app/page';
import { useApi } from '@/app/services';
import { Loaded } from '@/ui/states';
import { Text, useText } from '@/ui/text';
import { ReportByState } from './report-by-state';

/** One report: written while it is asked for or came back, read and proven afterwards. */
export function ReportPage() {
  const { t } = useTranslation('portal');
  const text = useText();
  const { id = '' } = useParams();
  // What is typed is held by its store: the page reads the report again when something was done with it.
  const report = useApi().useQuery(
    'get',
    '/api/v1/reports/{id}',
    { params: { path: { id } } },
    { staleTime: Infinity, gcTime: 0, refetchOnWindowFocus: false },
  );
  const { data } = report;
  return (
    <Page
      title={data ? text(data.commitment.title) : t('report.title')}
      above={<Link to="/portal">{t('own.title')}</Link>}
      heading={data ? <Text of={data.commitment.title} /> : t('report.title')}
    >
      <Loaded query={report} lines={9}>
        {(record) => <ReportByState key={record.id} record={record} />}
      </Loaded>
    </Page>
  );
}

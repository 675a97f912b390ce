import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatShortDay } from '@/formats/dates';
import { Empty } from '@/ui/states';
import { Table } from '@/ui/table';
import { Text } from '@/ui/text';
import { OrganisationName } from '../names';
import type { PlannedRequest, Reporting } from './reporting-form';

/** What is asked, of whom, for which period, and until when. */
export function PlannedRequests({
  caption,
  none,
  requests,
  promises,
}: {
  readonly caption: string;
  /** What is said where there is none. */
  readonly none: string;
  readonly requests: readonly PlannedRequest[];
  readonly promises: Reporting['promises'];
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const day = (of: string) => formatShortDay(of, language);
  if (requests.length === 0) return <Empty title={none} />;
  return (
    <Table
      caption={caption}
      captionHidden
      rows={requests}
      rowKey={({ commitmentId, periodUntil }) => `${commitmentId} ${periodUntil}`}
      columns={[
        {
          key: 'commitment',
          heading: t('reporting.commitment'),
          isRowHeading: true,
          cell: ({ commitmentId, organisationId }) => (
            <>
              <Link to={`/staff/commitments/${commitmentId}`}>
                <Text of={promises.find((one) => one.commitmentId === commitmentId)?.title ?? null} />
              </Link>
              <small className="muted line">
                <OrganisationName id={organisationId} />
              </small>
            </>
          ),
        },
        {
          key: 'period',
          heading: t('reporting.period'),
          cell: ({ periodFrom, periodUntil }) =>
            t('reporting.fromUntil', { from: day(periodFrom), until: day(periodUntil) }),
        },
        { key: 'due', heading: t('reporting.due'), cell: ({ dueOn }) => day(dueOn) },
        { key: 'grace', heading: t('reporting.missedAfter'), cell: ({ graceUntil }) => day(graceUntil) },
      ]}
    />
  );
}

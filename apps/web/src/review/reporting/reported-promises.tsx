import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '@/app/session';
import { Badge } from '@/ui/badge';
import { Table } from '@/ui/table';
import { Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { OrganisationName } from '../names';
import type { Reporting } from './reporting-form';

type Promised = Reporting['promises'][number];

/** Who is asked about what, how it counts, and where somebody who could answer has to be invited first. */
export function ReportedPromises({ promises }: Pick<Reporting, 'promises'>) {
  const { t } = useTranslation('review');
  const word = useWord();
  return (
    <Table
      caption={t('reporting.who')}
      captionHidden
      rows={promises}
      rowKey={({ commitmentId }) => commitmentId}
      columns={[
        {
          key: 'commitment',
          heading: t('reporting.commitment'),
          isRowHeading: true,
          cell: ({ commitmentId, title }) => (
            <Link to={`/staff/commitments/${commitmentId}`}>
              <Text of={title} />
            </Link>
          ),
        },
        { key: 'who', heading: t('reporting.asked'), cell: (promise) => <Asked promise={promise} /> },
        {
          key: 'how',
          heading: t('reporting.how'),
          cell: ({ measure, countingRule, choosableRules }) => {
            if (measure !== 'quantity') return t('reporting.onceAYear');
            if (countingRule !== null) return word('countingRule', countingRule);
            return (
              <span className="muted">
                {t(choosableRules.length > 0 ? 'reporting.ruleOpen' : 'reporting.ruleNone')}
              </span>
            );
          },
        },
      ]}
    />
  );
}

function Asked({ promise: { organisationId, isAnswerable, isSettled } }: { readonly promise: Promised }) {
  const { t } = useTranslation('review');
  const { can } = useSession();
  if (organisationId === null) return <span className="muted">{t('reporting.nobodyOwes')}</span>;
  return (
    <>
      <Link to={`/staff/organisations/${organisationId}`}>
        <OrganisationName id={organisationId} />
      </Link>
      {isSettled ? <small className="muted block">{t('reporting.settled')}</small> : null}
      {isSettled || isAnswerable ? null : (
        <small className="block">
          <Badge tone="attention">{t('reporting.notAnswerable')}</Badge>{' '}
          {can('invitation.issue') ? (
            <Link to={`/staff/organisations/${organisationId}/invite`}>{t('reporting.invite')}</Link>
          ) : null}
        </small>
      )}
    </>
  );
}

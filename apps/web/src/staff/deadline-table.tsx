import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Figure } from '@/words/figure';
import { useWord } from '@/words/use-word';
import { Badge } from '@/ui/badge';
import { DaysLeft, DeadlineDate } from '@/ui/stated-date';
import { Table } from '@/ui/table';
import { Text } from '@/ui/text';
import type { components } from '../../.generated/schema';

export type Deadline = components['schemas']['DeadlineResponse'];

/** Deadlines of commitments and milestones, each leading to its commitment. */
export function DeadlineTable({
  caption,
  rows,
}: {
  readonly caption: string;
  readonly rows: readonly Deadline[];
}) {
  const { t } = useTranslation(['staff', 'words']);
  const word = useWord();
  return (
    <Table
      caption={caption}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          heading: t('words:field.commitment'),
          isRowHeading: true,
          cell: ({ title, agreement, commitmentId, kind, standing }) => (
            <>
              <Link to={`/staff/commitments/${commitmentId}`}>
                <Text of={title} />
              </Link>
              {kind === 'milestone' ? (
                <small className="muted line">
                  {t('words:field.milestone')}
                  {standing ? ` · ${word('milestoneStanding', standing)}` : ''}
                </small>
              ) : null}
              <small className="muted line">
                <bdi>{agreement.reference}</bdi> · <Text of={agreement.title} />
              </small>
            </>
          ),
        },
        {
          key: 'who',
          heading: t('words:field.obligor'),
          cell: ({ obligor }) =>
            obligor ? (
              <Text of={obligor.names} />
            ) : (
              <span className="muted">{t('words:absence.not_stated')}</span>
            ),
        },
        {
          key: 'figure',
          heading: t('words:field.quantity'),
          cell: ({ quantity }) =>
            quantity ? (
              <Figure of={quantity} />
            ) : (
              <span className="muted">{t('deadlines.withoutFigure')}</span>
            ),
        },
        {
          key: 'deadline',
          heading: t('words:field.deadline'),
          cell: ({ deadline, daysLeft }) => (
            <>
              <DeadlineDate date={deadline} />
              <small className="line">
                <Badge tone={daysLeft < 0 ? 'late' : 'attention'}>
                  <DaysLeft days={daysLeft} />
                </Badge>
              </small>
            </>
          ),
        },
      ]}
    />
  );
}

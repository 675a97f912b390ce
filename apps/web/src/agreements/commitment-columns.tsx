import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { DaysLeft, DeadlineDate } from '@/ui/stated-date';
import type { Column } from '@/ui/table';
import { Text } from '@/ui/text';
import { Figure } from '@/words/figure';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { CommitmentStatus } from './commitment-status';
import { Place } from './place';

export type ListedCommitment = components['schemas']['CommitmentResponse'];

/** What the table of commitments shows. */
export function useCommitmentColumns(): readonly Column<ListedCommitment>[] {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  return [
    {
      key: 'title',
      heading: t('words:field.commitment'),
      isRowHeading: true,
      cell: (row) => <TitleCell row={row} />,
    },
    {
      key: 'obligor',
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
      sortKey: 'value',
      cell: ({ quantity, measure }) =>
        quantity ? <Figure of={quantity} /> : <span className="muted">{word('measure', measure)}</span>,
    },
    { key: 'place', heading: t('words:field.place'), cell: ({ place }) => <Place of={place} /> },
    {
      key: 'deadline',
      heading: t('words:field.deadline'),
      sortKey: 'lastDay',
      cell: ({ deadline, deadlineAbsence, daysLeft }) =>
        deadline ? (
          <>
            <DeadlineDate date={deadline} />
            {daysLeft === null ? null : (
              <small className="muted line">
                <DaysLeft days={daysLeft} />
              </small>
            )}
          </>
        ) : (
          <span className="muted">{word('absence', deadlineAbsence ?? 'not_stated')}</span>
        ),
    },
    {
      key: 'status',
      heading: t('commitments.status'),
      cell: ({ status }) => <CommitmentStatus status={status} />,
    },
  ];
}

function TitleCell({ row }: { readonly row: ListedCommitment }) {
  const [search] = useSearchParams();
  const asOf = search.get('asOf');
  return (
    <>
      <Link to={`/staff/commitments/${row.id}${asOf ? `?asOf=${asOf}` : ''}`}>
        <Text of={row.title} />
      </Link>
      <small className="muted line">
        <bdi>{row.agreement.reference}</bdi> · <Text of={row.agreement.title} />
      </small>
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { DaysLeft, DeadlineDate } from '@/ui/stated-date';
import type { Column } from '@/ui/table';
import { Text } from '@/ui/text';
import { Figure } from '@/words/figure';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { CommitmentStatus } from './commitment-status';
import { LegalState } from './legal-state';
import { Place } from './place';

export type ListedCommitment = components['schemas']['CommitmentResponse'];

/** Shown without a choice; the title always is. */
export const STANDARD_COMMITMENT_COLUMNS = ['obligor', 'figure', 'place', 'deadline', 'status'];

export type CommitmentColumn = Column<ListedCommitment> & { readonly name: string };

/** Every column that the table of commitments may have, in order. */
export function useCommitmentColumns(): readonly CommitmentColumn[] {
  const { t } = useTranslation(['agreements', 'words']);
  const word = useWord();
  const notStated = <span className="muted">{t('words:absence.not_stated')}</span>;
  const column = (
    key: string,
    name: string,
    rest: Omit<CommitmentColumn, 'key' | 'heading' | 'name'>,
  ): CommitmentColumn => ({ key, name, heading: name, ...rest });
  return [
    column('title', t('words:field.commitment'), {
      isRowHeading: true,
      cell: (row) => <TitleCell row={row} />,
    }),
    column('kind', t('words:field.kind'), { cell: ({ kind }) => word('kind', kind) }),
    column('obligor', t('words:field.obligor'), {
      cell: ({ obligor }) => (obligor ? <Text of={obligor.names} /> : notStated),
    }),
    column('figure', t('words:field.quantity'), {
      sortKey: 'value',
      cell: ({ quantity, measure }) =>
        quantity ? <Figure of={quantity} /> : <span className="muted">{word('measure', measure)}</span>,
    }),
    column('level', t('words:field.level'), {
      cell: ({ quantity }) => (quantity ? word('level', quantity.level) : notStated),
    }),
    column('place', t('words:field.place'), { cell: ({ place }) => <Place of={place} /> }),
    column('deadline', t('words:field.deadline'), {
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
    }),
    column('status', t('commitments.status'), { cell: ({ status }) => <CommitmentStatus status={status} /> }),
    column('legalState', t('words:field.legalState'), {
      cell: ({ agreement }) => <LegalState state={agreement.legalState} />,
    }),
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

import { useTranslation } from 'react-i18next';
import { Badge } from '@/ui/badge';
import { DeadlineDate } from '@/ui/stated-date';
import { type Column, Table } from '@/ui/table';
import { Text } from '@/ui/text';
import { Absent } from '../changes/field-values';
import { FigureAndAxes } from '../figures';
import type { CommitmentRecord } from './commitment-page';
import { toneOf } from './tone-of';

type Milestone = CommitmentRecord['milestones'][number];

/** Interim targets, with who stated each: only published ones are promises. */
export function Milestones({ commitment }: { readonly commitment: CommitmentRecord }) {
  const { t } = useTranslation(['review', 'words']);
  if (commitment.milestones.length === 0) return null;
  const columns: readonly Column<Milestone>[] = [
    {
      key: 'title',
      heading: t('words:field.milestone'),
      isRowHeading: true,
      cell: ({ title }) => <Text of={title} />,
    },
    {
      key: 'standing',
      heading: t('words:field.standing'),
      cell: ({ standing }) => t(`words:milestoneStanding.${standing as 'published'}`),
    },
    {
      key: 'quantity',
      heading: t('words:field.quantity'),
      cell: ({ quantity }) => (quantity ? <FigureAndAxes of={quantity} /> : <Absent />),
    },
    {
      key: 'deadline',
      heading: t('words:field.deadline'),
      cell: ({ deadline }) => <DeadlineDate date={deadline} />,
    },
    {
      key: 'status',
      heading: t('commitment.status'),
      cell: ({ status }) => <Badge tone={toneOf(status)}>{t(`words:status.${status}`)}</Badge>,
    },
  ];
  return (
    <section className="section">
      <h2>{t('words:field.milestones')}</h2>
      <Table
        caption={t('words:field.milestones')}
        captionHidden
        columns={columns}
        rows={commitment.milestones}
        rowKey={({ id }) => id}
      />
    </section>
  );
}

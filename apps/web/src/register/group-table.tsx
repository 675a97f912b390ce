import { useTranslation } from 'react-i18next';
import { Bar } from '@/ui/bar';
import { type Column, Table } from '@/ui/table';
import { COMMITMENTS, figureOf } from './figure-choice';
import { AbsenceLink, DefinitionLink, FigureLink } from './figure-links';
import { type Figure, type Group, definitionOf, groupKey, isNamed, sharesOf, useGroupName } from './groups';

/** Groups with their numbers as a table: what maps and columns show, to be read and heard. */
export function GroupTable({
  of,
  groups,
  chosen,
}: {
  readonly of: 'region' | 'sector' | 'year';
  readonly groups: readonly Group[];
  readonly chosen: string;
}) {
  const { t } = useTranslation('register');
  const nameOf = useGroupName();
  const shares = sharesOf(groups, chosen);
  const columns: Column<Group>[] = [
    {
      key: 'name',
      heading: t(`columns.${of}`),
      isRowHeading: true,
      cell: (group) => <span className={isNamed(group) ? undefined : 'muted'}>{nameOf(group)}</span>,
    },
    {
      key: 'figure',
      heading: (
        <DefinitionLink id={definitionOf(chosen)}>
          {t(chosen === COMMITMENTS ? 'columns.commitments' : 'columns.total')}
        </DefinitionLink>
      ),
      numeric: true,
      cell: (group) => <GroupFigure group={group} chosen={chosen} />,
    },
    {
      key: 'bar',
      heading: <span className="visually-hidden">{t('columns.bar')}</span>,
      cell: (group) => <Bar length={shares.get(groupKey(group)) ?? 0} quiet={!isNamed(group)} />,
    },
    {
      key: 'commitments',
      heading: <DefinitionLink id="number.commitments">{t('columns.allCommitments')}</DefinitionLink>,
      numeric: true,
      cell: (group) => <Counted group={group} figure={group.commitments} />,
    },
    {
      key: 'agreements',
      heading: (
        <DefinitionLink id="number.agreements_of_commitments">{t('columns.agreements')}</DefinitionLink>
      ),
      numeric: true,
      cell: (group) => <Counted group={group} figure={group.agreements} />,
    },
  ];
  return (
    <Table
      caption={t(`groups.${of}`)}
      captionHidden
      rows={groups}
      rowKey={groupKey}
      columns={columns.filter(({ key }) => key !== (chosen === COMMITMENTS ? 'commitments' : 'agreements'))}
    />
  );
}

/** The number of a group, or that nothing of the kind is recorded in it: that is no zero. */
export function GroupFigure({ group, chosen }: { readonly group: Group; readonly chosen: string }) {
  const figure = figureOf(group, chosen);
  return figure ? <FigureLink figure={figure} /> : <AbsenceLink absence="none_recorded" />;
}

/** How many a group holds; one that holds nothing holds no zero. */
function Counted({ group, figure }: { readonly group: Group; readonly figure: Figure }) {
  return group.recorded ? <FigureLink figure={figure} /> : <AbsenceLink absence="none_recorded" />;
}

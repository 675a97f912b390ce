import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay, formatMonth } from '@/formats/dates';
import { ReportedValue } from '@/portal/reported-value';
import type { DrawnDeadline } from '@/ui/burn-up-deadlines';
import { type Column, Table } from '@/ui/table';
import { useWord } from '@/words/use-word';
import type { CommitmentRecord } from '../commitment/commitment-page';

interface Row {
  readonly key: string;
  /** Null for the end of a forecast that is left open. */
  readonly day: string | null;
  /** Of a forecast only the month is said: it is no day. */
  readonly isForecast?: boolean;
  readonly what: string;
  readonly value: number | null;
  readonly rank?: string;
  /** When the register accepted the value. */
  readonly checkedOn?: string;
}

/** What the picture draws, row by row in the order of days. */
export function BurnUpTable({
  of: commitment,
  deadlines,
}: {
  readonly of: CommitmentRecord;
  readonly deadlines: readonly DrawnDeadline[];
}) {
  const { t } = useTranslation(['review', 'words']);
  const language = useLanguage();
  const word = useWord();
  const { measure, quantity } = commitment;
  const rows = useRows(commitment, deadlines);
  if (rows.length === 0) return null;
  const columns: readonly Column<Row>[] = [
    {
      key: 'day',
      heading: t('delivery.day'),
      isRowHeading: true,
      cell: ({ day, isForecast }) => {
        if (day === null) return t('delivery.open');
        return isForecast ? formatMonth(day.slice(0, 7), language) : formatDay(day, language);
      },
    },
    { key: 'what', heading: t('delivery.what'), cell: ({ what }) => what },
    {
      key: 'value',
      heading: t('words:field.value'),
      numeric: true,
      cell: ({ value }) =>
        value === null ? null : (
          <ReportedValue measure={measure} unit={quantity?.unit ?? null} value={value} />
        ),
    },
    {
      key: 'evidence',
      heading: t('delivery.evidence'),
      cell: ({ rank, checkedOn }) =>
        rank && checkedOn ? (
          <>
            {word('evidenceRank', rank)}
            <small className="muted block">
              {t('delivery.acceptedOn', { day: formatDay(checkedOn, language) })}
            </small>
          </>
        ) : null,
    },
  ];
  return <Table caption={t('delivery.table')} columns={columns} rows={rows} rowKey={({ key }) => key} />;
}

function useRows({ burnUp }: CommitmentRecord, deadlines: readonly DrawnDeadline[]): Row[] {
  const { t } = useTranslation('review');
  const word = useWord();
  const { promisedLine, promised, claimed, accepted, forecast } = burnUp;
  const promise = t(
    promisedLine === 'straight_assumption' ? 'delivery.row.assumed' : 'delivery.row.promised',
  );
  const rows: Row[] = [
    ...promised.map((one) => ({ ...one, key: `promised ${one.day}`, what: promise })),
    ...claimed.map((one, n) => ({ ...one, key: `claimed ${n}`, what: t('delivery.row.claimed') })),
    ...accepted.map(({ day, value, rank, recordedOn }, n) => ({
      ...{ key: `accepted ${n}`, day, value, rank, checkedOn: recordedOn },
      what: t('delivery.row.accepted'),
    })),
    ...deadlines.map(({ day, kind, act }) => ({
      ...{ key: `deadline ${day}`, day, value: null },
      what: [t(`delivery.deadline.${kind}`), ...(act ? [word('moveAct', act)] : [])].join(' · '),
    })),
    ...(forecast
      ? ([
          ['earliest', forecast.earliest],
          ['latest', forecast.latest],
        ] as const)
      : []
    ).map(([end, day]) => ({
      ...{ key: end, day, isForecast: true, value: forecast?.target ?? null },
      what: t(`delivery.row.${end}`),
    })),
  ];
  return rows
    .map((row, index) => ({ row, index }))
    .sort((one, other) => orderOf(one.row.day, other.row.day) || one.index - other.index)
    .map(({ row }) => row);
}

/** What has no day comes last. */
function orderOf(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
}

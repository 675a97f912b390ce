import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Table } from '@/ui/table';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { useNameOf } from './names';
import { PromiseDeadline, PromiseStatus } from './promise-deadline';
import { PromiseReply } from './promise-reply';
import { PromiseVerified } from './promise-verified';
import { PromiseFigure } from './promise-figure';
import type { RowBehind } from './queries';
import { useAxes } from './words';

/** Promises as rows. */
export function CommitmentRows({ rows }: { readonly rows: readonly RowBehind[] }) {
  const { t } = useTranslation('register');
  const word = useWord();
  return (
    <Table
      caption={t('rows.caption')}
      captionHidden
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'promise',
          heading: word('field', 'commitment'),
          isRowHeading: true,
          cell: ({ id, title, agreement }) => (
            <>
              <Link to={`/agreements/${agreement.reference}#${id}`}>
                <Text of={title} />
              </Link>
              <span className="small muted block">
                <Text of={agreement.title} /> <Name>{agreement.reference}</Name>
              </span>
            </>
          ),
        },
        {
          key: 'figure',
          heading: word('field', 'quantity'),
          cell: (row) => <FigureCell row={row} />,
        },
        {
          key: 'obligor',
          heading: word('field', 'obligor'),
          cell: ({ obligor }) =>
            obligor ? (
              <Text of={obligor.names} />
            ) : (
              <span className="muted">{word('absence', 'not_stated')}</span>
            ),
        },
        { key: 'place', heading: word('field', 'place'), cell: ({ place }) => <PlaceCell place={place} /> },
        {
          key: 'deadline',
          heading: word('field', 'deadline'),
          cell: (row) => (
            <div className="entry-deadline">
              <PromiseDeadline {...row} />
              <PromiseStatus status={row.status} />
              <PromiseVerified {...row} />
              <PromiseReply reply={row.reply} />
            </div>
          ),
        },
      ]}
    />
  );
}

function FigureCell({ row: { quantity, title, measure } }: { readonly row: RowBehind }) {
  const { t } = useTranslation('register');
  const word = useWord();
  const axes = useAxes();
  if (!quantity) return <span className="muted">{word('measure', measure)}</span>;
  return (
    <>
      <strong>
        <PromiseFigure quantity={quantity} title={title} measure={measure} />
      </strong>
      <span className="small muted block">{axes(quantity).join(t('separator'))}</span>
    </>
  );
}

function PlaceCell({ place: { scope, regionCodes } }: { readonly place: RowBehind['place'] }) {
  const { t } = useTranslation('register');
  const word = useWord();
  const nameOf = useNameOf();
  if (regionCodes.length === 0) return <span className="muted">{word('placeScope', scope)}</span>;
  return <>{regionCodes.map((code) => nameOf('region', code)).join(t('separator'))}</>;
}

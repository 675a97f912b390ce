import { Trans, useTranslation } from 'react-i18next';
import { Table } from '@/ui/table';
import { useWord } from '@/words/use-word';
import { useKindOfFigure } from './figure-choice';
import { DefinitionLink, FigureLink } from './figure-links';
import { type Figure, LEVELS, type ShownSummary, type Total, figureKey, jobsFirst } from './figures';
import { useCounted } from './words';

/** All totals: firm promises, aims of programmes and capacities of sites apart, each kind of figure a row. */
export function TotalsTables({ summary: { promised, coverage } }: { readonly summary: ShownSummary }) {
  const { t } = useTranslation('register');
  return (
    <>
      {LEVELS.map((level) => (
        <section key={level} className="section" aria-labelledby={`level-${level}`}>
          <h2 id={`level-${level}`}>{t(`levels.${level}.title`)}</h2>
          <p className="muted prose">
            {t(`levels.${level}.text`)}{' '}
            <DefinitionLink id={`total.${level}`}>{t('definition')}</DefinitionLink>
          </p>
          {promised[level].length > 0 ? (
            <TotalsTable totals={promised[level]} level={level} whole={coverage.commitments} />
          ) : (
            <p>{t('absence.none_recorded')}</p>
          )}
        </section>
      ))}
    </>
  );
}

function TotalsTable({
  totals,
  level,
  whole,
}: {
  readonly totals: readonly Total[];
  readonly level: (typeof LEVELS)[number];
  readonly whole: Figure;
}) {
  const { t } = useTranslation('register');
  const describe = useKindOfFigure();
  const counted = useCounted();
  return (
    <div className="kinds">
      <Table
        caption={t(`levels.${level}.title`)}
        captionHidden
        rows={jobsFirst(totals)}
        rowKey={figureKey}
        columns={[
          { key: 'kind', heading: t('columns.kind'), isRowHeading: true, cell: (total) => describe(total) },
          {
            key: 'total',
            heading: <DefinitionLink id={`total.${level}`}>{t('columns.total')}</DefinitionLink>,
            numeric: true,
            cell: ({ total, unit }) => (
              <strong>
                <FigureLink figure={total}>{counted(total.value ?? 0, unit)}</FigureLink>
              </strong>
            ),
          },
          {
            key: 'commitments',
            heading: <DefinitionLink id="counting.counted">{t('columns.commitments')}</DefinitionLink>,
            numeric: true,
            cell: ({ commitments }) => (
              <>
                <FigureLink figure={commitments} />{' '}
                <span className="muted">
                  <Trans
                    t={t}
                    i18nKey="columns.ofAll"
                    components={{ whole: <FigureLink figure={whole} /> }}
                  />
                </span>
              </>
            ),
          },
          {
            key: 'agreements',
            heading: (
              <DefinitionLink id="number.agreements_of_commitments">{t('columns.agreements')}</DefinitionLink>
            ),
            numeric: true,
            cell: ({ agreements }) => <FigureLink figure={agreements} />,
          },
          {
            key: 'unsigned',
            heading: <DefinitionLink id="total.not_yet_signed">{t('columns.notYetSigned')}</DefinitionLink>,
            numeric: true,
            cell: ({ notYetSigned }) =>
              notYetSigned.total.absence === 'none_recorded' ? (
                <span className="muted">{t('columns.nothing')}</span>
              ) : (
                <FigureLink figure={notYetSigned.total} />
              ),
          },
          {
            key: 'words',
            heading: <DefinitionLink id="counting.without_value">{t('columns.inWords')}</DefinitionLink>,
            numeric: true,
            cell: ({ withoutValue }) => <FigureLink figure={withoutValue} />,
          },
          {
            key: 'qualifiers',
            heading: t('columns.qualifiers'),
            cell: ({ qualifiers }) => <Qualifiers qualifiers={qualifiers} />,
          },
        ]}
      />
    </div>
  );
}

/** How the papers put the figures: "more than 1,000" is not 1,000. */
function Qualifiers({ qualifiers }: { readonly qualifiers: Total['qualifiers'] }) {
  const { t } = useTranslation('register');
  const word = useWord();
  return (
    <>
      {qualifiers.map(({ qualifier, commitments }, place) => (
        <span key={qualifier}>
          {place > 0 ? t('separator') : null}
          {word('qualifier', qualifier)} <FigureLink figure={commitments} />
        </span>
      ))}
    </>
  );
}

import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Table } from '@/ui/table';
import { Name, Text } from '@/ui/text';
import { useWord } from '@/words/use-word';
import { DefinitionLink, FigureLink } from './figure-links';
import type { Figure, ShownSummary } from './figures';
import { useFigure } from './words';

/** What became of every promise in the totals: none is left out without being named. */
export function Coverage({ summary }: { readonly summary: ShownSummary }) {
  const { t } = useTranslation('register');
  const word = useWord();
  const { commitments, ...parts } = summary.coverage;
  const rows: { key: string; name: string; figure: Figure; isWhole?: boolean }[] = [
    ...Object.values(parts).map((figure) => ({
      key: figure.definition,
      name: t(`counting.${figure.definition.replace('counting.', '')}` as never),
      figure,
    })),
    { key: commitments.definition, name: t('coverage.all'), figure: commitments, isWhole: true },
  ];
  return (
    <>
      <section className="section" aria-labelledby="coverage">
        <h2 id="coverage">{t('coverage.title')}</h2>
        <p className="muted prose">{t('coverage.text')}</p>
        <div className="columns">
          <Table
            caption={t('coverage.title')}
            captionHidden
            rows={rows}
            rowKey={({ key }) => key}
            columns={[
              {
                key: 'what',
                heading: t('coverage.what'),
                isRowHeading: true,
                cell: ({ figure, name, isWhole }) => (
                  <DefinitionLink id={figure.definition}>
                    {isWhole ? <strong>{name}</strong> : name}
                  </DefinitionLink>
                ),
              },
              {
                key: 'number',
                heading: t('columns.commitments'),
                numeric: true,
                cell: ({ figure }) => <FigureLink figure={figure} />,
              },
            ]}
          />
          <Table
            caption={t('coverage.statuses')}
            captionHidden
            rows={summary.statuses}
            rowKey={({ status }) => status}
            columns={[
              {
                key: 'status',
                heading: t('promise.status'),
                isRowHeading: true,
                cell: ({ status }) => (
                  <DefinitionLink id={`status.${status}`}>{word('publicStatus', status)}</DefinitionLink>
                ),
              },
              {
                key: 'number',
                heading: t('columns.commitments'),
                numeric: true,
                cell: ({ commitments: figure }) => <FigureLink figure={figure} />,
              },
            ]}
          />
        </div>
      </section>
      <CountedElsewhere summary={summary} />
    </>
  );
}

function CountedElsewhere({ summary: { countedElsewhere } }: { readonly summary: ShownSummary }) {
  const { t } = useTranslation('register');
  const figure = useFigure();
  if (countedElsewhere.length === 0) return null;
  return (
    <section className="section" aria-labelledby="counted-elsewhere">
      <h2 id="counted-elsewhere">
        <DefinitionLink id="counting.counted_elsewhere">{t('coverage.elsewhere')}</DefinitionLink>
      </h2>
      <ul className="plain-list">
        {countedElsewhere.map(({ commitmentId, agreement, countedIn, qualifier, value, unit }) => (
          <li key={commitmentId}>
            <strong>{figure({ qualifier, value, unit }) ?? t('figure.noNumber')}</strong>
            {t('separator')}
            <Link to={`/agreements/${agreement.reference}#${commitmentId}`}>
              <Text of={agreement.title} />
            </Link>
            <span className="block muted">
              {t('coverage.countedIn')}{' '}
              <Link to={`/agreements/${countedIn.reference}`}>
                <Text of={countedIn.title} />
              </Link>{' '}
              <Name>{countedIn.reference}</Name>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

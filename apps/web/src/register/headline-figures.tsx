import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useWord } from '@/words/use-word';
import { CountLink, FigureLink, Meanings } from './figure-links';
import { type Figure, type Headlines, type Total, figureKey } from './figures';
import { useAxes } from './words';

/** What is promised in all, above the list: each kind of figure for itself, and of how many promises it is made. */
export function HeadlineFigures({ agreements, commitments, counted, firm }: Headlines) {
  const { t } = useTranslation('register');
  return (
    <section className="section headlines" aria-labelledby="promised-in-all">
      <div className="section-head">
        <h2 id="promised-in-all">{t('headlines.title')}</h2>
        <Link to="/totals">{t('headlines.all')}</Link>
      </div>
      <p className="prose muted">
        <Trans
          t={t}
          i18nKey="headlines.text"
          components={{
            agreements: <CountLink figure={agreements} of="agreements" />,
            commitments: <CountLink figure={commitments} of="commitments" />,
          }}
        />
        <Meanings
          of={[
            { id: 'total.firm', name: t('headlines.definition') },
            { id: agreements.definition, name: t('list.title') },
            { id: commitments.definition, name: t('columns.allCommitments') },
            { id: counted.definition, name: t('counting.counted') },
          ]}
        />
      </p>
      <ul className="headline-grid">
        {firm.filter(isCountedInPeople).map((total) => (
          <HeadlineFigure key={figureKey(total)} total={total} whole={commitments} />
        ))}
      </ul>
    </section>
  );
}

/** Money and shares stand on the page of totals. */
function isCountedInPeople({ unit }: Total): boolean {
  return ['jobs', 'trainees', 'grants', 'places'].includes(unit);
}

function HeadlineFigure({ total, whole }: { readonly total: Total; readonly whole: Figure }) {
  const { t } = useTranslation('register');
  const word = useWord();
  const axes = useAxes();
  const { unit, commitments } = total;
  const kind = axes(total).slice(0, -1);
  return (
    <li className="headline">
      <p className="figure">
        <FigureLink figure={total.total} />
      </p>
      <p className="headline-unit">{word('unit', unit)}</p>
      {kind.length > 0 ? <p className="small">{kind.join(t('separator'))}</p> : null}
      <p className="small muted">
        <Trans
          t={t}
          i18nKey="headlines.of"
          components={{
            part: <CountLink figure={commitments} of="commitments" />,
            whole: <FigureLink figure={whole} />,
          }}
        />
      </p>
    </li>
  );
}

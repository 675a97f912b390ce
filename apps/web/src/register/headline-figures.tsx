import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatNumber } from '@/formats/numbers';
import { useWord } from '@/words/use-word';
import { DefinitionLink, FigureLink } from './figure-links';
import { type Headlines, type Total, figureKey } from './figures';
import { pageOfRows } from './question';
import { useAxes } from './words';

/** What is promised in all, above the list: each kind of figure for itself, and of how many promises it is made. */
export function HeadlineFigures({ agreements, commitments, firm }: Headlines) {
  const { t } = useTranslation('register');
  return (
    <section className="section headlines" aria-labelledby="promised-in-all">
      <div className="section-head">
        <h2 id="promised-in-all">{t('headlines.title')}</h2>
        <Link to="/totals">{t('headlines.all')}</Link>
      </div>
      <p className="prose muted">
        {t('headlines.text', { agreements: agreements.value ?? 0, commitments: commitments.value ?? 0 })}{' '}
        <DefinitionLink id="total.firm">{t('headlines.definition')}</DefinitionLink>
      </p>
      <ul className="headline-grid">
        {firm.filter(isCountedInPeople).map((total) => (
          <HeadlineFigure key={figureKey(total)} total={total} whole={commitments.value ?? 0} />
        ))}
      </ul>
    </section>
  );
}

/** Money and shares stand on the page of totals. */
function isCountedInPeople({ unit }: Total): boolean {
  return ['jobs', 'trainees', 'grants', 'places'].includes(unit);
}

function HeadlineFigure({ total, whole }: { readonly total: Total; readonly whole: number }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
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
        <Link to={pageOfRows(commitments.rows)}>
          {t('headlines.of', {
            count: commitments.value ?? 0,
            whole: formatNumber(whole, language),
          })}
        </Link>
      </p>
    </li>
  );
}

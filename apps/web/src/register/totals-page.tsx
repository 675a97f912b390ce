import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useLanguage, useServices } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Empty, Loaded } from '@/ui/states';
import { Coverage } from './coverage';
import { FigureChoice, chosenFigure } from './figure-choice';
import { CountLink, Meanings } from './figure-links';
import type { ShownSummary } from './figures';
import { GroupTable } from './group-table';
import { Narrowings } from './narrowings';
import { summaryQuery } from './queries';
import { summaryAsked } from './question';
import { RegionTiles } from './region-tiles';
import { useStatusOf } from './status';
import { TotalsTables } from './totals-tables';
import { YearColumns } from './year-columns';

/** What is promised in all, and where, in which sectors and by when. */
export function TotalsPage() {
  const { t } = useTranslation('register');
  const { api } = useServices();
  const [address] = useSearchParams();
  const summary = useQuery(summaryQuery(api, summaryAsked(address)));
  useStatusOf(summary.error);
  return (
    <Page title={t('totals.title')} lead={t('totals.lead')} description={t('totals.lead')}>
      <div className="stack">
        <Narrowings base="/totals" />
        <Loaded query={summary} lines={16}>
          {(found) => <Added summary={found} />}
        </Loaded>
      </div>
    </Page>
  );
}

function Added({ summary }: { readonly summary: ShownSummary }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const [address] = useSearchParams();
  const chosen = chosenFigure(summary, address.get('figure'));
  const { agreements, coverage } = summary;
  if (coverage.commitments.value === 0) {
    return <Empty title={t('totals.empty')}>{t('rows.emptyNext')}</Empty>;
  }
  return (
    <div className="stack-loose">
      <p className="prose">
        <Trans
          t={t}
          i18nKey="totals.of"
          components={{
            day: <time dateTime={summary.asOf}>{formatDay(summary.asOf, language)}</time>,
            agreements: <CountLink figure={agreements} of="agreements" />,
            commitments: <CountLink figure={coverage.commitments} of="commitments" />,
          }}
        />
        <Meanings
          of={[
            { id: summary.definition, name: t('totals.how') },
            { id: agreements.definition, name: t('list.title') },
            { id: coverage.commitments.definition, name: t('columns.allCommitments') },
          ]}
        />
      </p>
      <TotalsTables summary={summary} />
      <section className="section" aria-labelledby="where-and-when">
        <h2 id="where-and-when">{t('totals.broken')}</h2>
        <p className="muted prose">{t('totals.brokenText')}</p>
        <FigureChoice summary={summary} chosen={chosen} />
      </section>
      <section className="section" aria-labelledby="by-region">
        <h3 id="by-region">{t('groups.region')}</h3>
        <div className="region-columns">
          <RegionTiles groups={summary.byRegion} chosen={chosen} />
          <GroupTable of="region" groups={summary.byRegion} chosen={chosen} />
        </div>
      </section>
      <section className="section" aria-labelledby="by-year">
        <h3 id="by-year">{t('groups.year')}</h3>
        <YearColumns groups={summary.byDeadlineYear} chosen={chosen} />
        <GroupTable of="year" groups={summary.byDeadlineYear} chosen={chosen} />
      </section>
      <section className="section" aria-labelledby="by-sector">
        <h3 id="by-sector">{t('groups.sector')}</h3>
        <GroupTable of="sector" groups={summary.bySector} chosen={chosen} />
      </section>
      <Coverage summary={summary} />
    </div>
  );
}

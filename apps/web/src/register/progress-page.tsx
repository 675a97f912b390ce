import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useLanguage, useServices } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatNumber, formatShare } from '@/formats/numbers';
import { Bar } from '@/ui/bar';
import { Empty, Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { DefinitionLink, FigureLink } from './figure-links';
import { Narrowings } from './narrowings';
import { progressQuery } from './queries';
import { summaryAsked } from './question';
import { useStatusOf } from './status';
import { useAxes } from './words';

type Progress = components['schemas']['PublicProgressResponse'];
type Sum = Progress['delivered'][number];
type Rate = Sum['delivered'];

/** How far promises have come: the funnel, and what became of those of each deadline year. */
export function ProgressPage() {
  const { t } = useTranslation('register');
  const { api } = useServices();
  const [address] = useSearchParams();
  const progress = useQuery(progressQuery(api, summaryAsked(address)));
  useStatusOf(progress.error);
  return (
    <Page title={t('progress.title')} lead={t('progress.lead')} description={t('progress.lead')}>
      <div className="stack">
        <Narrowings base="/progress" />
        <Loaded query={progress} lines={16}>
          {(found) => <Shown progress={found} />}
        </Loaded>
      </div>
    </Page>
  );
}

function Shown({ progress }: { readonly progress: Progress }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const { asOf, definitions, delivered, funnel, closeOut } = progress;
  if (funnel[0]?.reached.value === 0) return <Empty title={t('totals.empty')}>{t('rows.emptyNext')}</Empty>;
  return (
    <div className="stack-loose">
      <p className="muted">{t('progress.asOf', { day: formatDay(asOf, language) })}</p>
      <section className="section" aria-labelledby="funnel">
        <h2 id="funnel">
          <DefinitionLink id={definitions.funnel}>{t('progress.funnel')}</DefinitionLink>
        </h2>
        <Funnel steps={funnel} />
        <FunnelSums steps={funnel} />
      </section>
      <section className="section" aria-labelledby="delivered">
        <h2 id="delivered">
          <DefinitionLink id={definitions.delivered}>{t('progress.delivered')}</DefinitionLink>
        </h2>
        {delivered.some(({ withAccepted }) => withAccepted > 0) ? null : <p>{t('progress.noneAccepted')}</p>}
        <Sums caption={t('progress.delivered')} sums={delivered} />
      </section>
      <section className="section" aria-labelledby="close-out">
        <h2 id="close-out">
          <DefinitionLink id={definitions.closeOut}>{t('progress.closeOut')}</DefinitionLink>
        </h2>
        <Cohorts cohorts={closeOut} definition={definitions.kept} />
        {closeOut.map(({ year, sums }) => (
          <details key={year}>
            <summary>{t('progress.cohortFigures', { year })}</summary>
            <Sums caption={t('progress.cohortFigures', { year })} sums={sums} />
          </details>
        ))}
      </section>
    </div>
  );
}

/** A rate with both its numbers. */
function Share({ of: rate }: { readonly of: Rate | null }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  if (rate === null) return null;
  const { numerator, denominator, value } = rate;
  const values = { numerator: number(numerator), denominator: number(denominator) };
  return value === null
    ? t('progress.noRate', values)
    : t('progress.rate', { ...values, share: formatShare(value, language) });
}

function Funnel({ steps }: { readonly steps: Progress['funnel'] }) {
  const { t } = useTranslation('register');
  const word = useWord();
  return (
    <Table
      caption={t('progress.funnel')}
      captionHidden
      rows={steps}
      rowKey={({ stage }) => stage}
      columns={[
        {
          key: 'stage',
          heading: t('progress.stage'),
          isRowHeading: true,
          cell: ({ stage }) => (
            <DefinitionLink id={`funnel.${stage}`}>{word('funnelStage', stage)}</DefinitionLink>
          ),
        },
        {
          key: 'reached',
          heading: t('progress.reached'),
          numeric: true,
          cell: ({ reached }) => <FigureLink figure={reached} />,
        },
        {
          key: 'bar',
          heading: <span className="visually-hidden">{t('columns.bar')}</span>,
          cell: ({ ofAll }) => <Bar length={(ofAll.value ?? 0) * 100} />,
        },
        {
          key: 'here',
          heading: t('progress.here'),
          numeric: true,
          cell: ({ here }) => <FigureLink figure={here} />,
        },
        {
          key: 'agreements',
          heading: t('progress.agreements'),
          numeric: true,
          cell: ({ agreements }) => <FigureLink figure={agreements} />,
        },
        {
          key: 'previous',
          heading: t('progress.ofPrevious'),
          cell: ({ ofPrevious }) => <Share of={ofPrevious} />,
        },
        { key: 'all', heading: t('progress.ofAll'), cell: ({ ofAll }) => <Share of={ofAll} /> },
      ]}
    />
  );
}

/** Jobs and amounts by stage: each kind in a row of its own, for kinds are never added. */
function FunnelSums({ steps }: { readonly steps: Progress['funnel'] }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const word = useWord();
  const nameOf = useNameOfSum();
  const kinds = steps[0]?.sums ?? [];
  return (
    <Table
      caption={t('progress.funnelFigures')}
      rows={kinds}
      rowKey={keyOf}
      columns={[
        { key: 'kind', heading: t('progress.kind'), isRowHeading: true, cell: nameOf },
        ...steps.map(({ stage, sums }) => ({
          key: stage,
          heading: word('funnelStage', stage),
          numeric: true,
          cell: (row: (typeof kinds)[number]) =>
            formatNumber(sums.find((one) => keyOf(one) === keyOf(row))?.reached ?? 0, language),
        })),
      ]}
    />
  );
}

function Cohorts({
  cohorts,
  definition,
}: {
  readonly cohorts: Progress['closeOut'];
  readonly definition: string;
}) {
  const { t } = useTranslation('register');
  const word = useWord();
  return (
    <Table
      caption={t('progress.closeOut')}
      captionHidden
      rows={cohorts}
      rowKey={({ year }) => String(year)}
      columns={[
        { key: 'year', heading: t('progress.year'), isRowHeading: true, cell: ({ year }) => year },
        {
          key: 'commitments',
          heading: t('columns.allCommitments'),
          numeric: true,
          cell: ({ commitments }) => <FigureLink figure={commitments} />,
        },
        {
          key: 'outcomes',
          heading: t('progress.outcomes'),
          cell: ({ outcomes }) =>
            outcomes.map(({ status, commitments }) => (
              <span className="block" key={status}>
                <DefinitionLink id={`status.${status}`}>{word('publicStatus', status)}</DefinitionLink>:{' '}
                <FigureLink figure={commitments} />
              </span>
            )),
        },
        {
          key: 'kept',
          heading: <DefinitionLink id={definition}>{t('progress.kept')}</DefinitionLink>,
          cell: ({ kept }) => <Share of={kept} />,
        },
      ]}
    />
  );
}

/** What was promised and accepted, and who stands behind it. */
function Sums({ caption, sums }: { readonly caption: string; readonly sums: readonly Sum[] }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const word = useWord();
  const nameOf = useNameOfSum();
  const number = (value: number) => formatNumber(value, language);
  return (
    <Table
      caption={caption}
      captionHidden
      rows={sums}
      rowKey={keyOf}
      columns={[
        { key: 'kind', heading: t('progress.kind'), isRowHeading: true, cell: nameOf },
        {
          key: 'promised',
          heading: t('progress.promised'),
          numeric: true,
          cell: ({ promised }) => number(promised),
        },
        {
          key: 'accepted',
          heading: t('progress.accepted'),
          cell: ({ withAccepted, commitments, delivered }) =>
            withAccepted === 0 ? (
              <span className="muted">{t('progress.noneYet')}</span>
            ) : (
              <>
                <Share of={delivered} />
                <small className="muted block">
                  {t('progress.withAccepted', { some: number(withAccepted), all: number(commitments) })}
                </small>
              </>
            ),
        },
        {
          key: 'bands',
          heading: t('progress.bands'),
          cell: ({ bands, withAccepted }) =>
            withAccepted === 0
              ? null
              : bands.map(({ band, accepted }) => (
                  <span className="block" key={band}>
                    <DefinitionLink id={`band.${band}`}>{word('evidenceBand', band)}</DefinitionLink>:{' '}
                    {number(accepted)}
                  </span>
                )),
        },
      ]}
    />
  );
}

type Kinded = Pick<Sum, 'kind' | 'axes'>;

function keyOf({ kind, axes }: Kinded): string {
  return [kind, axes.unit, axes.relation, axes.stability, axes.basis, axes.level].join('.');
}

function useNameOfSum() {
  const word = useWord();
  const axesOf = useAxes();
  return ({ kind, axes }: Kinded) => (
    <>
      {word('kind', kind)}
      <small className="muted block">{axesOf(axes).join(' · ')}</small>
    </>
  );
}

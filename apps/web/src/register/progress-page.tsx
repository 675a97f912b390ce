import { useQuery } from '@tanstack/react-query';
import { Trans, useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Page } from '@/app/page';
import { useLanguage, useServices } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { formatShare } from '@/formats/numbers';
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
      <p className="muted">
        {<time dateTime={asOf}>{t('progress.asOf', { day: formatDay(asOf, language) })}</time>}
      </p>
      <section className="section" aria-labelledby="funnel">
        <h2 id="funnel">
          <DefinitionLink id={definitions.funnel}>{t('progress.funnel')}</DefinitionLink>
        </h2>
        <Funnel steps={funnel} definition={definitions.funnel} />
        <FunnelSums steps={funnel} />
      </section>
      <section className="section" aria-labelledby="delivered">
        <h2 id="delivered">
          <DefinitionLink id={definitions.delivered}>{t('progress.delivered')}</DefinitionLink>
        </h2>
        {delivered.some(({ accepted }) => accepted.value !== null) ? null : (
          <p>{t('progress.noneAccepted')}</p>
        )}
        <Sums caption={t('progress.delivered')} sums={delivered} definition={definitions.delivered} />
      </section>
      <section className="section" aria-labelledby="close-out">
        <h2 id="close-out">
          <DefinitionLink id={definitions.closeOut}>{t('progress.closeOut')}</DefinitionLink>
        </h2>
        <Cohorts cohorts={closeOut} definition={definitions.kept} />
        {closeOut.map(({ year, sums }) => (
          <details key={year}>
            <summary>{t('progress.cohortFigures', { year })}</summary>
            <Sums
              caption={t('progress.cohortFigures', { year })}
              sums={sums}
              definition={definitions.delivered}
            />
          </details>
        ))}
      </section>
    </div>
  );
}

/** A rate with both its numbers: the share leads to what it means, each number to its rows. */
function Share({ of: rate, definition }: { readonly of: Rate | null; readonly definition: string }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  if (rate === null) return null;
  const { numerator, denominator, value } = rate;
  const part = <FigureLink figure={numerator} />;
  const whole = <FigureLink figure={denominator} />;
  if (value === null) return <Trans t={t} i18nKey="progress.noRate" components={{ part, whole }} />;
  const share = <DefinitionLink id={definition}>{formatShare(value, language)}</DefinitionLink>;
  return <Trans t={t} i18nKey="progress.rate" components={{ share, part, whole }} />;
}

function Funnel({ steps, definition }: { readonly steps: Progress['funnel']; readonly definition: string }) {
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
          heading: <DefinitionLink id={definition}>{t('progress.ofPrevious')}</DefinitionLink>,
          cell: ({ ofPrevious }) => <Share of={ofPrevious} definition={definition} />,
        },
        {
          key: 'all',
          heading: <DefinitionLink id={definition}>{t('progress.ofAll')}</DefinitionLink>,
          cell: ({ ofAll }) => <Share of={ofAll} definition={definition} />,
        },
      ]}
    />
  );
}

/** Jobs and amounts by stage: each kind in a row of its own, for kinds are never added. */
function FunnelSums({ steps }: { readonly steps: Progress['funnel'] }) {
  const { t } = useTranslation('register');
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
          heading: <DefinitionLink id={`funnel.${stage}`}>{word('funnelStage', stage)}</DefinitionLink>,
          numeric: true,
          cell: (row: (typeof kinds)[number]) => {
            const sum = sums.find((one) => keyOf(one) === keyOf(row));
            return sum ? <FigureLink figure={sum.reached} /> : null;
          },
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
          cell: ({ kept }) => <Share of={kept} definition={definition} />,
        },
      ]}
    />
  );
}

/** What was promised and accepted, and who stands behind it. */
function Sums({
  caption,
  sums,
  definition,
}: {
  readonly caption: string;
  readonly sums: readonly Sum[];
  /** What “accepted” means. */
  readonly definition: string;
}) {
  const { t } = useTranslation('register');
  const word = useWord();
  const nameOf = useNameOfSum();
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
          heading: <DefinitionLink id="total.promised">{t('progress.promised')}</DefinitionLink>,
          numeric: true,
          cell: ({ promised }) => <FigureLink figure={promised} />,
        },
        {
          key: 'accepted',
          heading: <DefinitionLink id={definition}>{t('progress.accepted')}</DefinitionLink>,
          cell: ({ accepted, withAccepted, commitments, delivered }) =>
            accepted.value === null ? (
              <span className="muted">{t('progress.noneYet')}</span>
            ) : (
              <>
                <Share of={delivered} definition={definition} />
                <small className="muted block">
                  <Trans
                    t={t}
                    i18nKey="progress.withAccepted"
                    components={{
                      some: <FigureLink figure={withAccepted} />,
                      all: <FigureLink figure={commitments} />,
                    }}
                  />
                </small>
              </>
            ),
        },
        {
          key: 'bands',
          heading: t('progress.bands'),
          cell: ({ bands, accepted: whole }) =>
            whole.value === null
              ? null
              : bands.map(({ band, accepted }) => (
                  <span className="block" key={band}>
                    <DefinitionLink id={`band.${band}`}>{word('evidenceBand', band)}</DefinitionLink>:{' '}
                    <FigureLink figure={accepted} />
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

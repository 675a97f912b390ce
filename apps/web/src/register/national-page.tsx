import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '@/app/page';
import { useLanguage, useServices } from '@/app/services';
import { formatNumber, formatShare } from '@/formats/numbers';
import { Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name, Text, useText } from '@/ui/text';
import { Course, type CourseTold, endOf, isOfCourse, shownCourse } from '@/words/course';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { DefinitionLink, FigureLink } from './figure-links';
import { indicatorsQuery } from './queries';
import { pageOfRows } from './question';
import { useStatusOf } from './status';

type Indicator = components['schemas']['PublicIndicatorResponse'];
type PublishedFigure = Indicator['figures'][number];
type Promised = NonNullable<Indicator['promised']>;

/** The national figures: what they mean, every published value with its source, and the course to the last target. */
export function NationalPage() {
  const { t } = useTranslation('register');
  const { api } = useServices();
  const query = useQuery(indicatorsQuery(api));
  useStatusOf(query.error);
  return (
    <Page title={t('national.title')} lead={t('national.lead')} description={t('national.lead')}>
      <Loaded query={query} lines={16}>
        {({ items }) => (
          <div className="stack-loose">
            {items.map((indicator) => (
              <OneIndicator key={indicator.code} of={indicator} />
            ))}
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function OneIndicator({ of: indicator }: { readonly of: Indicator }) {
  const text = useText();
  const { code, names, definition, promised } = indicator;
  const course = toldOf(indicator);
  return (
    <section className="section" aria-labelledby={code}>
      <h2 id={code}>
        <Text of={names} />
      </h2>
      <p className="prose">
        <Text of={definition} />
      </p>
      {course ? (
        <Course
          of={{ ...course, name: text(names) }}
          term={(id, words) => <DefinitionLink id={`national.${id}`}>{words}</DefinitionLink>}
          figure={(id, words) => (
            <Sourced figure={indicator.figures.find((figure) => figure.id === id)}>{words}</Sourced>
          )}
        />
      ) : null}
      {promised ? <Beside promised={promised} /> : null}
      <Published of={indicator} />
    </section>
  );
}

/** The course to the last target, with what was observed by its method; that no paper names one is said too. */
function toldOf({ unit, figures, courses }: Indicator): Omit<CourseTold, 'name'> | null {
  const course = shownCourse(courses, ({ latestPeriod }) => latestPeriod !== null);
  if (!course || course.targetPeriod === null) return null;
  const { standing, remaining, years, paceNeeded, pacesObserved: paces, atThisPace, measuredIn } = course;
  const nature = figures.find(
    ({ kind, series, period, sectorCode }) =>
      kind === 'observation' &&
      series === measuredIn &&
      period === course.latestPeriod &&
      sectorCode === null,
  )?.nature;
  const aim = figures.find(
    ({ kind, period, value, measuredIn: method, sectorCode }) =>
      kind === 'target' &&
      period === course.targetPeriod &&
      value === course.targetValue &&
      method === measuredIn &&
      sectorCode === null,
  );
  return {
    ...{ unit, standing, remaining, years, paceNeeded, paces, atThisPace },
    target: { id: aim?.id ?? 'target', period: course.targetPeriod, value: course.targetValue },
    observed: figures
      .filter(
        (one) =>
          one.kind === 'observation' &&
          one.series === measuredIn &&
          one.nature === nature &&
          one.sectorCode === null &&
          isOfCourse(nature, one.period),
      )
      .map(({ id, period, value }) => ({ id, period: period ?? '', value }))
      .sort((one, other) => endOf(one.period) - endOf(other.period)),
  };
}

/** A value as it was published: the way to where it was, or to the word for that nobody says where. */
function Sourced({
  figure,
  children,
}: {
  readonly figure: PublishedFigure | undefined;
  readonly children: ReactNode;
}) {
  if (figure === undefined) return <DefinitionLink id="national.course">{children}</DefinitionLink>;
  const { sourceUrl, sourceAbsence } = figure;
  if (sourceUrl === null || !isAddress(sourceUrl))
    return <DefinitionLink id={`absence.${sourceAbsence ?? 'not_stated'}`}>{children}</DefinitionLink>;
  return (
    <a className="number" href={sourceUrl} rel="noreferrer">
      {children}
    </a>
  );
}

function isAddress(url: string): boolean {
  return /^https?:/.test(url);
}

/** Firm promises beside the course, each kind a line of its own with its share. */
function Beside({ promised }: { readonly promised: Promised }) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const word = useWord();
  const number = (value: number) => formatNumber(value, language, { maximumFractionDigits: 3 });
  const { firm, targetYear, programme, capacity } = promised;
  return (
    <>
      {firm.length === 0 ? (
        <p>{t('national.noneFirm')}</p>
      ) : (
        <Table
          caption={t('national.firm', { year: targetYear })}
          rows={firm}
          rowKey={({ rows }) => rows}
          columns={[
            {
              key: 'axes',
              heading: t('national.axes'),
              isRowHeading: true,
              cell: ({ relation, stability, basis }) =>
                `${word('relation', relation)} · ${word('stability', stability)} · ${word('basis', basis)}`,
            },
            {
              key: 'total',
              heading: <DefinitionLink id="total.firm">{t('national.promised')}</DefinitionLink>,
              numeric: true,
              cell: ({ total, rows }) => (
                <Link className="number" to={pageOfRows(rows)}>
                  {number(total)}
                </Link>
              ),
            },
            {
              key: 'due',
              heading: (
                <DefinitionLink id="national.share">
                  {t('national.dueBy', { year: targetYear })}
                </DefinitionLink>
              ),
              numeric: true,
              cell: ({ dueByTarget: { total, rows } }) => (
                <Link className="number" to={pageOfRows(rows)}>
                  {number(total)}
                </Link>
              ),
            },
            {
              key: 'share',
              heading: <DefinitionLink id="national.share">{t('national.share')}</DefinitionLink>,
              cell: ({ share, shareAbsence }) =>
                share ? (
                  <Trans
                    t={t}
                    i18nKey="national.shareOf"
                    components={{
                      share: (
                        <DefinitionLink id="national.share">
                          {formatShare(share.value, language)}
                        </DefinitionLink>
                      ),
                      whole: (
                        <DefinitionLink id="national.course">{number(share.denominator)}</DefinitionLink>
                      ),
                    }}
                  />
                ) : (
                  word('shareAbsence', shareAbsence ?? '')
                ),
            },
          ]}
        />
      )}
      {(programme.value ?? 0) + (capacity.value ?? 0) > 0 ? (
        <p className="small muted">
          <Trans
            t={t}
            i18nKey="national.leftOut"
            components={{
              programme: <FigureLink figure={programme} />,
              capacity: <FigureLink figure={capacity} />,
            }}
          />
        </p>
      ) : null}
    </>
  );
}

/** Every value as it was published, in its series, with its source. */
function Published({ of: { figures, series, unit } }: { readonly of: Indicator }) {
  const { t } = useTranslation(['register', 'words']);
  const language = useLanguage();
  const word = useWord();
  return (
    <details>
      <summary>{t('national.published')}</summary>
      <Table
        caption={t('national.published')}
        captionHidden
        rows={figures}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'period',
            heading: t('national.period'),
            isRowHeading: true,
            cell: ({ period, periodAbsence }) =>
              period === null ? t(`words:absence.${periodAbsence ?? 'not_stated'}`) : <Name>{period}</Name>,
          },
          {
            key: 'kind',
            heading: t('national.kind'),
            cell: ({ kind, nature, sectorCode }) => (
              <>
                {word('indicatorKind', kind)} · {word('indicatorNature', nature)}
                {sectorCode ? (
                  <>
                    {' '}
                    · <Name>{sectorCode}</Name>
                  </>
                ) : null}
              </>
            ),
          },
          {
            key: 'series',
            heading: t('national.series'),
            cell: (figure) => <Text of={series.find(({ code }) => code === figure.series)?.names} />,
          },
          {
            key: 'value',
            heading: t('national.value'),
            numeric: true,
            cell: (figure) => (
              <Sourced figure={figure}>
                {t(`words:qualified.${figure.qualifier}`, {
                  figure: `${formatNumber(figure.value, language, { maximumFractionDigits: 3 })} ${word('indicatorUnit', unit)}`,
                })}
              </Sourced>
            ),
          },
          {
            key: 'source',
            heading: t('national.source'),
            cell: ({ sourceUrl, sourceAbsence }) =>
              sourceUrl && isAddress(sourceUrl) ? (
                <a href={sourceUrl} rel="noreferrer">
                  <Name>{new URL(sourceUrl).hostname}</Name>
                </a>
              ) : (
                t(`words:absence.${sourceAbsence ?? 'not_stated'}`)
              ),
          },
        ]}
      />
    </details>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
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
import { DefinitionLink } from './figure-links';
import { indicatorsQuery } from './queries';
import { pageOfRows } from './question';
import { useStatusOf } from './status';

type Indicator = components['schemas']['PublicIndicatorResponse'];
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
  return {
    ...{ unit, standing, remaining, years, paceNeeded, paces, atThisPace },
    target: { id: 'target', period: course.targetPeriod, value: course.targetValue },
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
              heading: t('national.dueBy', { year: targetYear }),
              numeric: true,
              cell: ({ dueByTarget }) => number(dueByTarget.total),
            },
            {
              key: 'share',
              heading: <DefinitionLink id="national.share">{t('national.share')}</DefinitionLink>,
              cell: ({ share, shareAbsence }) =>
                share
                  ? t('national.shareOf', {
                      share: formatShare(share.value, language),
                      denominator: number(share.denominator),
                    })
                  : word('shareAbsence', shareAbsence ?? ''),
            },
          ]}
        />
      )}
      {programme + capacity > 0 ? (
        <p className="small muted">
          {t('national.leftOut', { programme: number(programme), capacity: number(capacity) })}
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
            cell: ({ value, qualifier }) =>
              t(`words:qualified.${qualifier}`, {
                figure: `${formatNumber(value, language, { maximumFractionDigits: 3 })} ${word('indicatorUnit', unit)}`,
              }),
          },
          {
            key: 'source',
            heading: t('national.source'),
            cell: ({ sourceUrl, sourceAbsence }) =>
              sourceUrl && /^https?:/.test(sourceUrl) ? (
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

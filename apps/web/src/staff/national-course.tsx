import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi, useLanguage } from '@/app/services';
import { formatNumber, formatShare } from '@/formats/numbers';
import { Fact, Facts } from '@/ui/facts';
import { Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Text, useText } from '@/ui/text';
import { Course, type CourseTold, endOf, isOfCourse, shownCourse } from '@/words/course';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';

type Indicator = components['schemas']['IndicatorResponse'];
type Promised = NonNullable<components['schemas']['IndicatorWithPromisesResponse']['promised']>;
/** Of commitments; the register's indicators name no other. */
type Kind = 'jobs' | 'export_revenue';
type Delivered = components['schemas']['ProgressSumResponse'];

/** Whether the country is on course for its targets, and what the register holds of promises beside that. */
export function NationalCourses() {
  const { t } = useTranslation('staff');
  const query = useApi().useQuery('get', '/api/v1/indicators');
  return (
    <section className="section" aria-labelledby="home-course">
      <h2 id="home-course">{t('course.title')}</h2>
      <p className="muted prose">{t('course.lead')}</p>
      <Loaded query={query} lines={10}>
        {({ items }) => (
          <div className="stack-loose">
            {items.flatMap((indicator) => {
              const course = toldOf(indicator);
              return course
                ? [<NationalCourse key={indicator.code} indicator={indicator} course={course} />]
                : [];
            })}
          </div>
        )}
      </Loaded>
    </section>
  );
}

/** The course to the last target, with what was observed by its method; that no paper names one is said too. */
function toldOf({ names: _, unit, figures, courses }: Indicator): Omit<CourseTold, 'name'> | null {
  const course = shownCourse(courses, ({ latest: seen }) => seen !== null);
  if (!course || course.target.period === null) return null;
  const { target, latest, standing, remaining, years, paceNeeded, pacesObserved: paces, atThisPace } = course;
  return {
    ...{ unit, standing, remaining, years, paceNeeded, paces, atThisPace },
    target: { id: target.id, period: target.period ?? '', value: target.value },
    observed: figures
      .filter(
        ({ kind, series, nature, sectorCode, period }) =>
          kind === 'observation' &&
          series === target.measuredIn &&
          nature === latest?.nature &&
          sectorCode === null &&
          isOfCourse(nature, period),
      )
      .map(({ id, period, value }) => ({ id, period: period ?? '', value }))
      .sort((one, other) => endOf(one.period) - endOf(other.period)),
  };
}

function NationalCourse({
  indicator,
  course,
}: {
  readonly indicator: Indicator;
  readonly course: Omit<CourseTold, 'name'>;
}) {
  const { t } = useTranslation('staff');
  const text = useText();
  const { code, names, definition } = indicator;
  return (
    <section className="section" aria-labelledby={`course-${code}`}>
      <h3 id={`course-${code}`}>
        <Text of={names} />
      </h3>
      <details>
        <summary>{t('course.definition')}</summary>
        <p className="prose">
          <Text of={definition} />
        </p>
      </details>
      <Course
        of={{ ...course, name: text(names) }}
        term={(id, words) => (
          <Link className="defined" to={`/definitions/national.${id}`}>
            {words}
          </Link>
        )}
        figure={(id, words) => <Link to={`/staff/admin/indicators/${id}`}>{words}</Link>}
      />
      {indicator.promisedAs ? <PromisedBeside code={code} kind={indicator.promisedAs.kind as Kind} /> : null}
    </section>
  );
}

/** Firm promises as lines of their own, what was accepted of them, and how they stand: never added to the figure. */
function PromisedBeside({ code, kind }: { readonly code: string; readonly kind: Kind }) {
  const { t } = useTranslation('staff');
  const api = useApi();
  const query = api.useQuery('get', '/api/v1/indicators/{id}', { params: { path: { id: code } } });
  const summary = api.useQuery('get', '/api/v1/summary', {
    params: { query: { kind } },
  });
  return (
    <Loaded query={query} lines={3}>
      {({ promised }) =>
        promised === null ? null : (
          <div className="stack">
            <FirmLines promised={promised} />
            <Loaded query={summary} lines={3}>
              {({ delivered, statuses }) => (
                <>
                  <Accepted of={delivered.filter(({ axes }) => axes.level === 'firm')} />
                  <Facts>
                    <Fact name={t('course.outlook')}>
                      {statuses
                        .filter(({ commitments }) => commitments > 0)
                        .map(({ status, names, commitments }, index) => (
                          <span key={status}>
                            {index > 0 ? ' · ' : ''}
                            <Link to={`/staff/commitments?kind=${kind}&status=${status}`}>
                              <Text of={names} /> <Count of={commitments} />
                            </Link>
                          </span>
                        ))}
                    </Fact>
                  </Facts>
                </>
              )}
            </Loaded>
          </div>
        )
      }
    </Loaded>
  );
}

function Count({ of: value }: { readonly of: number }) {
  return <>{formatNumber(value, useLanguage())}</>;
}

function FirmLines({ promised }: { readonly promised: Promised }) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const word = useWord();
  const number = (value: number) => formatNumber(value, language, { maximumFractionDigits: 3 });
  const { firm, leftOut, targetYear, promisedAs } = promised;
  const rows = `/staff/commitments?kind=${promisedAs.kind}`;
  return (
    <>
      {firm.length === 0 ? (
        <p>{t('course.noneFirm')}</p>
      ) : (
        <Table
          caption={t('course.firm', { year: targetYear })}
          rows={firm}
          rowKey={({ relation, stability, basis }) => `${relation} ${stability} ${basis}`}
          columns={[
            {
              key: 'axes',
              heading: t('course.axes'),
              isRowHeading: true,
              cell: ({ relation, stability, basis }) =>
                `${word('relation', relation)} · ${word('stability', stability)} · ${word('basis', basis)}`,
            },
            {
              key: 'total',
              heading: t('course.promised'),
              numeric: true,
              cell: ({ total }) => <Link to={`${rows}&level=firm`}>{number(total)}</Link>,
            },
            {
              key: 'due',
              heading: t('course.dueBy', { year: targetYear }),
              numeric: true,
              cell: ({ dueByTarget }) => number(dueByTarget.total),
            },
            {
              key: 'share',
              heading: <Link to="/definitions/national.share">{t('course.share')}</Link>,
              cell: ({ share, shareAbsence }) =>
                share
                  ? t('course.shareOf', {
                      share: formatShare(share.value, language),
                      denominator: number(share.denominator),
                    })
                  : word('shareAbsence', shareAbsence ?? ''),
            },
          ]}
        />
      )}
      {leftOut.programme + leftOut.capacity > 0 ? (
        <p className="small muted">
          {t('course.leftOut')}{' '}
          <Link to={`${rows}&level=programme`}>
            {word('level', 'programme')} {number(leftOut.programme)}
          </Link>
          {' · '}
          <Link to={`${rows}&level=capacity`}>
            {word('level', 'capacity')} {number(leftOut.capacity)}
          </Link>
        </p>
      ) : null}
    </>
  );
}

/** What was accepted of firm promises, and who stands behind it, each kind for itself. */
function Accepted({ of: sums }: { readonly of: readonly Delivered[] }) {
  const { t } = useTranslation('staff');
  const language = useLanguage();
  const word = useWord();
  const number = (value: number) => formatNumber(value, language, { maximumFractionDigits: 2 });
  if (sums.every(({ withAccepted }) => withAccepted === 0)) return <p>{t('course.noneAccepted')}</p>;
  return (
    <Table
      caption={t('course.accepted')}
      rows={sums}
      rowKey={({ kind, axes }) => [kind, axes.unit, axes.relation, axes.stability, axes.basis].join(' ')}
      columns={[
        {
          key: 'axes',
          heading: t('course.axes'),
          isRowHeading: true,
          cell: ({ axes }) =>
            `${word('relation', axes.relation)} · ${word('stability', axes.stability)} · ${word('basis', axes.basis)}`,
        },
        {
          key: 'accepted',
          heading: t('course.acceptedOf'),
          cell: ({ accepted, promised, withAccepted, commitments }) =>
            t('course.acceptedOfValue', {
              accepted: number(accepted),
              promised: number(promised),
              some: number(withAccepted),
              all: number(commitments),
            }),
        },
        {
          key: 'bands',
          heading: t('course.bands'),
          cell: ({ bands }) =>
            bands.map(({ band, accepted }) => (
              <span className="block" key={band}>
                {word('evidenceBand', band)}: {number(accepted)}
              </span>
            )),
        },
      ]}
    />
  );
}

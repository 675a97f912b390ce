import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { useApi, useClient, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay } from '@/formats/dates';
import { formatNumber } from '@/formats/numbers';
import { HistorySection } from '@/records/history-section';
import { ListFilters } from '@/records/list-filters';
import { RecordList } from '@/records/list-page';
import { RecordForm } from '@/records/record-form';
import { Badge } from '@/ui/badge';
import { ButtonLink } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Loaded } from '@/ui/states';
import { Table } from '@/ui/table';
import { Name, Text, useText } from '@/ui/text';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Figure = components['schemas']['FigureResponse'];
type FigureWithPast = components['schemas']['FigureWithPastResponse'];
type Correction = components['schemas']['FigureCorrectionRequest'];

/** National figures and targets; those of different series are never joined. */
export function IndicatorsPage() {
  const { t } = useTranslation(['admin', 'words']);
  const { can } = useSession();
  const [search] = useSearchParams();
  const query = useApi().useQuery('get', '/api/v1/indicator-figures', {
    params: {
      query: {
        kind: search.get('kind') as Figure['kind'] | null,
        cursor: search.get('cursor'),
        limit: 50,
      },
    },
  });
  return (
    <AdminPage
      title={t('place.indicators')}
      lead={t('indicators.lead')}
      actions={
        can('indicator.record') ? (
          <ButtonLink to="/staff/admin/indicators/new" weight="main">
            {t('indicators.record')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="stack">
        <ListFilters
          filters={[
            {
              key: 'kind',
              label: t('indicators.kind'),
              choices: (['observation', 'target'] as const).map((value) => ({
                value,
                label: t(`words:indicatorKind.${value}`),
              })),
            },
          ]}
        />
        <RecordList
          query={query}
          caption={t('place.indicators')}
          rowKey={({ id }) => id}
          empty={t('reference.none')}
          columns={[
            {
              key: 'indicator',
              heading: t('indicators.indicator'),
              isRowHeading: true,
              cell: ({ id, indicator, series }: Figure) => (
                <>
                  <Link to={`/staff/admin/indicators/${id}`}>
                    <Text of={indicator.names} />
                  </Link>
                  <br />
                  <small className="muted">
                    <Name>{series}</Name>
                  </small>
                </>
              ),
            },
            {
              key: 'kind',
              heading: t('indicators.kind'),
              cell: ({ kind, nature }) => (
                <span className="row">
                  <Badge tone={kind === 'target' ? 'attention' : 'plain'}>
                    {t(`words:indicatorKind.${kind}`)}
                  </Badge>
                  <small className="muted">{t(`words:indicatorNature.${nature}`)}</small>
                </span>
              ),
            },
            { key: 'period', heading: t('indicators.period'), cell: (figure) => <Period of={figure} /> },
            {
              key: 'value',
              heading: t('indicators.value'),
              numeric: true,
              cell: (figure) => <Value of={figure} />,
            },
          ]}
        />
      </div>
    </AdminPage>
  );
}

function Period({
  of: { period, periodAbsence },
}: {
  readonly of: Pick<Figure, 'period' | 'periodAbsence'>;
}) {
  const { t } = useTranslation('words');
  return period ? <Name>{period}</Name> : <>{t(`absence.${periodAbsence ?? 'not_stated'}`)}</>;
}

function Value({
  of: { value, unit, qualifier },
}: {
  readonly of: Pick<Figure, 'value' | 'unit' | 'qualifier'>;
}) {
  const { t } = useTranslation('words');
  const language = useLanguage();
  const word = useWord();
  const figure = `${formatNumber(value, language, { maximumFractionDigits: 3 })} ${word('indicatorUnit', unit)}`;
  return <>{t(`qualified.${qualifier}`, { figure })}</>;
}

/** One figure, with its corrections. */
export function IndicatorPage() {
  const { t } = useTranslation('admin');
  const text = useText();
  const { can } = useSession();
  const { id = '' } = useParams();
  const [search] = useSearchParams();
  const api = useApi();
  const query = api.useQuery('get', '/api/v1/indicator-figures/{id}', { params: { path: { id } } });
  const history = api.useQuery(
    'get',
    '/api/v1/indicator-figures/{id}/history',
    { params: { path: { id }, query: { cursor: search.get('cursor') } } },
    { enabled: can('history.read') },
  );
  return (
    <AdminPage
      title={text(query.data?.indicator.names) || t('place.indicators')}
      list={{ to: '/staff/admin/indicators', name: t('place.indicators') }}
    >
      <Loaded query={query}>
        {(figure) => (
          <>
            <FigureFacts figure={figure} />
            <EarlierValues of={figure} />
            {can('indicator.correct') ? <CorrectFigure figure={figure} /> : null}
          </>
        )}
      </Loaded>
      {can('history.read') ? <HistorySection query={history} /> : null}
    </AdminPage>
  );
}

function FigureFacts({ figure }: { readonly figure: Figure }) {
  const { t } = useTranslation(['admin', 'words']);
  return (
    <Facts>
      <Fact name={t('indicators.value')}>
        <Value of={figure} />
      </Fact>
      <Fact name={t('indicators.kind')}>
        {t(`words:indicatorKind.${figure.kind}`)} · {t(`words:indicatorNature.${figure.nature}`)}
      </Fact>
      <Fact name={t('indicators.series')}>
        <Name>{figure.series}</Name>
      </Fact>
      <Fact name={t('indicators.period')}>
        <Period of={figure} />
      </Fact>
      <Fact name={t('words:field.source')}>
        {figure.source ? (
          <Link to={`/staff/sources/${figure.source.id}`}>
            <Name>{figure.source.url}</Name>
          </Link>
        ) : (
          t(`words:absence.${figure.sourceAbsence ?? 'not_stated'}`)
        )}
      </Fact>
    </Facts>
  );
}

/** What it read before each correction, and why: nothing that was recorded is lost. */
function EarlierValues({ of: { earlier, unit } }: { readonly of: FigureWithPast }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  if (earlier.length === 0) return null;
  return (
    <section className="section">
      <h2>{t('indicators.earlier')}</h2>
      <Table
        caption={t('indicators.earlier')}
        captionHidden
        rows={earlier}
        rowKey={({ number }) => String(number)}
        columns={[
          {
            key: 'day',
            heading: t('indicators.correctedOn'),
            isRowHeading: true,
            cell: ({ correctedOn }) => formatDay(correctedOn, language),
          },
          {
            key: 'value',
            heading: t('indicators.readBefore'),
            cell: (before) => <Value of={{ ...before, unit }} />,
          },
          { key: 'period', heading: t('indicators.period'), cell: (before) => <Period of={before} /> },
          { key: 'reason', heading: t('indicators.reason'), cell: ({ reason }) => <Name>{reason}</Name> },
        ]}
      />
    </section>
  );
}

function CorrectFigure({ figure }: { readonly figure: Figure }) {
  const { t } = useTranslation(['admin', 'words']);
  const client = useClient();
  const qualifiers = ['exactly', 'at_least', 'more_than', 'about', 'up_to', 'not_stated'] as const;
  return (
    <section className="section">
      <h2>{t('indicators.correct')}</h2>
      <RecordForm<Correction, { error?: unknown; response: Response }>
        record={figure}
        fields={[
          { key: 'value', kind: 'number', label: t('indicators.value') },
          {
            key: 'qualifier',
            kind: 'choice',
            label: t('words:field.qualifier'),
            choices: qualifiers.map((value) => ({ value, label: t(`words:qualifier.${value}`) })),
          },
          {
            key: 'period',
            kind: 'code',
            label: t('indicators.period'),
            hint: t('indicators.periodHint'),
            optional: true,
          },
          { key: 'note', kind: 'area', label: t('holidays.note'), optional: true },
          {
            key: 'reason',
            kind: 'area',
            label: t('indicators.reason'),
            hint: t('indicators.reasonHint'),
            maxLength: 1000,
          },
        ]}
        send={(body) =>
          client.PATCH('/api/v1/indicator-figures/{id}', {
            params: { path: { id: figure.id }, header: { 'If-Match': `"${figure.revision}"` } },
            body,
          })
        }
      />
    </section>
  );
}

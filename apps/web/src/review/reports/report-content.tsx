import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useApi } from '@/app/services';
import { Badge } from '@/ui/badge';
import { Table } from '@/ui/table';
import { Name, Text } from '@/ui/text';
import { useCounted } from '../figures';
import type { Report } from './reported';

type Breakdown = Report['content']['breakdowns'][number];

/** What the report says beside its figure: parts, words, and what stands in the way. */
export function ReportContent({ report }: { readonly report: Report }) {
  const { t } = useTranslation('review');
  const { narrative, fallExplanation, breakdowns, obstacles } = report.content;
  return (
    <section className="section">
      <h2>{t('reports.content')}</h2>
      {breakdowns.map((breakdown) => (
        <Parts key={breakdown.by} of={breakdown} unit={report.commitment.unit} />
      ))}
      {breakdowns.length === 0 ? <p className="muted">{t('reports.noBreakdown')}</p> : null}
      {fallExplanation ? <Words title={t('reports.fall')}>{fallExplanation}</Words> : null}
      <Words title={t('reports.narrative')}>{narrative}</Words>
      <h3>{t('reports.obstacles')}</h3>
      {obstacles.length === 0 ? (
        <p className="muted">{t('reports.noObstacle')}</p>
      ) : (
        <ul className="citations">
          {obstacles.map(({ kind, text, commitmentId }, index) => (
            <li key={`${kind} ${index}`}>
              <span>
                <Badge tone={kind === 'state_duty' ? 'attention' : 'plain'}>
                  {t(`reports.obstacle.${kind}`)}
                </Badge>
              </span>
              <Name>{text}</Name>
              {commitmentId ? (
                <Link to={`/staff/commitments/${commitmentId}`}>{t('reports.blockedBy')}</Link>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Words({ title, children }: { readonly title: string; readonly children: string | null }) {
  const { t } = useTranslation('review');
  return (
    <>
      <h3>{title}</h3>
      {children ? (
        <p className="prose">
          <Name>{children}</Name>
        </p>
      ) : (
        <p className="muted">{t('reports.nothingSaid')}</p>
      )}
    </>
  );
}

/** One axis: each part, and what they come to. */
export function Parts({
  of: { by, partial, parts },
  unit,
}: {
  readonly of: Breakdown;
  readonly unit: string | null;
}) {
  const { t } = useTranslation('review');
  const counted = useCounted();
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  return (
    <div className="report-parts">
      <h3>
        {t(`reports.axis.${by}`)} {partial ? <Badge>{t('reports.partial')}</Badge> : null}
      </h3>
      <Table
        caption={t(`reports.axis.${by}`)}
        captionHidden
        rows={[...parts, { key: '', value: total }]}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'part',
            heading: t('reports.part'),
            isRowHeading: true,
            cell: ({ key }) => (key === '' ? t('reports.sum') : <PartName by={by} part={key} />),
          },
          {
            key: 'value',
            heading: t('reports.value'),
            numeric: true,
            cell: ({ value }) => counted(value, unit),
          },
        ]}
      />
    </div>
  );
}

/** A part by its code, a region by its name; sites are named freely. */
function PartName({ by, part }: { readonly by: Breakdown['by']; readonly part: string }) {
  const { t, i18n } = useTranslation('review');
  const regions = useApi().useQuery(
    'get',
    '/api/v1/regions',
    { params: { query: { limit: 100 } } },
    { enabled: by === 'region', staleTime: 300_000 },
  );
  if (by === 'region') {
    const region = regions.data?.items.find(({ code }) => code === part);
    return region ? <Text of={region.names} /> : <Name>{part}</Name>;
  }
  const key = `reports.partOf.${by}.${part}`;
  if (by !== 'site' && i18n.exists(key, { ns: 'review' })) return <>{t(key as 'reports.part')}</>;
  return <Name>{part}</Name>;
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useLanguage } from '@/app/services';
import { useSession } from '@/app/session';
import { formatDay, formatInstant } from '@/formats/dates';
import { formatBytes, formatDuration } from '@/formats/measures';
import { formatNumber, formatShare } from '@/formats/numbers';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Notice } from '@/ui/notice';
import { Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';
import { ReadinessParts } from './readiness-parts';

type Health = components['schemas']['SystemHealthResponse'];
type Item = Health['items'][number];
type Figure = Item['figures'][number];

const TONES = { ok: 'good', warning: 'attention', failing: 'late' } as const;

/** How each part of the system stands, what that means and what to do; less of it for who may not see the details. */
export function HealthPage() {
  const { can } = useSession();
  return can('system.read') ? <WholeSystem /> : <Readiness />;
}

function WholeSystem() {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  const query = useApi().useQuery('get', '/api/v1/system/health', {}, { refetchInterval: 30_000 });
  return (
    <HealthFrame busy={query.isFetching} onAgain={() => void query.refetch()}>
      <Loaded query={query}>
        {({ state, lookedAt, items }) => (
          <>
            <p>
              <Badge tone={TONES[state]}>{t(`health.state.${state}`)}</Badge>{' '}
              <span className="muted">{formatInstant(lookedAt, language)}</span>
            </p>
            {items.map((item) => (
              <PartOfSystem key={item.code} item={item} />
            ))}
          </>
        )}
      </Loaded>
    </HealthFrame>
  );
}

function Readiness() {
  const query = useApi().useQuery('get', '/api/v1/health/ready', {}, { refetchInterval: 30_000 });
  return (
    <HealthFrame busy={query.isFetching} onAgain={() => void query.refetch()}>
      <Loaded query={query}>{(readiness) => <ReadinessParts readiness={readiness} />}</Loaded>
    </HealthFrame>
  );
}

function HealthFrame({
  busy,
  onAgain,
  children,
}: {
  readonly busy: boolean;
  readonly onAgain: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('admin');
  return (
    <AdminPage
      title={t('place.health')}
      lead={t('health.lead')}
      actions={
        <Button busy={busy} onClick={onAgain}>
          {t('health.again')}
        </Button>
      }
    >
      {children}
    </AdminPage>
  );
}

function PartOfSystem({ item: { name, state, meaning, action, figures } }: { readonly item: Item }) {
  const { t } = useTranslation('admin');
  return (
    <section className="section">
      <h2>
        {name} <Badge tone={TONES[state]}>{t(`health.state.${state}`)}</Badge>
      </h2>
      {action ? (
        <Notice tone={TONES[state]} title={meaning}>
          {action}
        </Notice>
      ) : (
        <p className="muted">{meaning}</p>
      )}
      {figures.length > 0 ? (
        <Facts>
          {figures.map((figure) => (
            <Fact key={figure.code} name={figure.name}>
              <FigureValue of={figure} />
            </Fact>
          ))}
        </Facts>
      ) : null}
    </section>
  );
}

function FigureValue({ of: { value, unit } }: { readonly of: Figure }) {
  const { t } = useTranslation('admin');
  const language = useLanguage();
  if (value === null) return <span className="muted">{t('health.none')}</span>;
  if (typeof value === 'number') {
    if (unit === 'bytes') return <bdi>{formatBytes(value, language)}</bdi>;
    if (unit === 'seconds') return formatDuration(value, language);
    return unit === 'share' ? formatShare(value, language) : formatNumber(value, language);
  }
  if (unit === 'instant') return formatInstant(value, language);
  return unit === 'day' ? formatDay(value, language) : <Name>{value}</Name>;
}

import { useTranslation } from 'react-i18next';
import { useApi } from '@/app/services';
import { Badge } from '@/ui/badge';
import { Button } from '@/ui/button';
import { Fact, Facts } from '@/ui/facts';
import { Loaded } from '@/ui/states';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { AdminPage } from './admin-page';

type Readiness = components['schemas']['ReadinessResponse'];

const PARTS = ['database', 'queue', 'migrations', 'timeZone'] as const;
const TONES = { ok: 'good', degraded: 'attention', unavailable: 'late' } as const;

/** Whether each part of the system can do its work. */
export function HealthPage() {
  const { t } = useTranslation('admin');
  const query = useApi().useQuery('get', '/api/v1/health/ready', {}, { refetchInterval: 30_000 });
  return (
    <AdminPage
      title={t('place.health')}
      lead={t('health.lead')}
      actions={
        <Button busy={query.isFetching} onClick={() => void query.refetch()}>
          {t('health.again')}
        </Button>
      }
    >
      <Loaded query={query}>{(readiness) => <Parts readiness={readiness} />}</Loaded>
    </AdminPage>
  );
}

function Parts({ readiness }: { readonly readiness: Readiness }) {
  const { t } = useTranslation('admin');
  return (
    <Facts>
      <Fact name={t('health.whole')}>
        <Badge tone={TONES[readiness.status]}>{t(`health.${readiness.status}`)}</Badge>
      </Fact>
      {PARTS.map((part) => (
        <Fact key={part} name={t(`health.part.${part}`)}>
          <Badge tone={TONES[readiness[part].status]}>{t(`health.${readiness[part].status}`)}</Badge>{' '}
          <Name>{readiness[part].detail}</Name>
        </Fact>
      ))}
    </Facts>
  );
}

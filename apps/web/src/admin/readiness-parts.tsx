import { useTranslation } from 'react-i18next';
import { Badge } from '@/ui/badge';
import { Fact, Facts } from '@/ui/facts';
import { Name } from '@/ui/text';
import type { components } from '../../.generated/schema';

type Readiness = components['schemas']['ReadinessResponse'];

const PARTS = ['database', 'queue', 'migrations', 'timeZone'] as const;
const TONES = { ok: 'good', degraded: 'attention', unavailable: 'late' } as const;

/** What everyone may know: whether each part can do its work. */
export function ReadinessParts({ readiness }: { readonly readiness: Readiness }) {
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

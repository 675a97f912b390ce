import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { Badge } from '@/ui/badge';
import { Name } from '@/ui/text';
import type { CommitmentRecord } from '../commitment/commitment-page';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What stands beside the status and changes none; nothing where nothing does. */
export function DeliveryFlags({ of: { flags } }: { readonly of: CommitmentRecord }) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  const { reportLateSince, staleSince, disputed, rescheduled, blockedBy } = flags;
  const isPlain = !reportLateSince && !staleSince && !disputed && !rescheduled;
  if (isPlain && blockedBy.length === 0) return null;
  return (
    <ul className="delivery-flags" aria-label={t('delivery.flags')}>
      {reportLateSince ? (
        <li>
          <Badge tone="late">{t('delivery.flag.late', { day: formatDay(reportLateSince, language) })}</Badge>
        </li>
      ) : null}
      {staleSince ? (
        <li>
          <Badge tone="attention">{t('delivery.flag.stale', { day: formatDay(staleSince, language) })}</Badge>
        </li>
      ) : null}
      {disputed ? (
        <li>
          <Badge tone="attention">{t('delivery.flag.disputed')}</Badge>
        </li>
      ) : null}
      {rescheduled ? (
        <li>
          <Badge>{t('commitment.moved', { count: rescheduled.times })}</Badge>
        </li>
      ) : null}
      {blockedBy.map((duty) => (
        <li key={duty}>
          <Badge tone="attention">{t('delivery.flag.blocked')}</Badge>{' '}
          {ID.test(duty) ? (
            <Link to={`/staff/commitments/${duty}`}>{t('delivery.flag.duty')}</Link>
          ) : (
            <Name>{duty}</Name>
          )}
        </li>
      ))}
    </ul>
  );
}

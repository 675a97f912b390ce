import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { ButtonLink } from '@/ui/button';
import { Notice } from '@/ui/notice';
import type { components } from '../../.generated/schema';

type Duty = components['schemas']['NextDutyResponse'];

/** What is to be done next about a promise, and until when: a day of the legal calendar, which no zone moves. */
export function NextDuty({ duty }: { readonly duty: Duty | null }) {
  const { t } = useTranslation('portal');
  const language = useLanguage();
  if (!duty) return <p className="muted">{t('duty.none')}</p>;
  const { kind, id, until, state } = duty;
  const day = until === null ? '' : formatDay(until, language);
  if (kind === 'deliver') return <p>{t('duty.deliver', { day })}</p>;
  const what = kind === 'reply' ? 'reply' : state === 'returned' ? 'returned' : 'report';
  return (
    <Notice tone="attention" title={t(`duty.${what}`)}>
      <div className="stack">
        {until === null ? null : <p>{t('duty.until', { day })}</p>}
        {kind === 'reply' && id !== null ? (
          <div>
            <ButtonLink to={`/portal/notices/${id}`}>{t('duty.toReply')}</ButtonLink>
          </div>
        ) : null}
        {kind === 'report' && id !== null ? (
          <div>
            <ButtonLink to={`/portal/reports/${id}`}>
              {t(state === 'returned' ? 'duty.answer' : 'duty.write')}
            </ButtonLink>
          </div>
        ) : null}
      </div>
    </Notice>
  );
}

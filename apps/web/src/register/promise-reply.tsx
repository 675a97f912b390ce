import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import type { components } from '../../.generated/schema';

/** What whoever promised says about an adverse word, beside it; nothing beside all other words. */
export function PromiseReply({
  reply,
}: {
  readonly reply: components['schemas']['PublicReplyResponse'] | null;
}) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  if (!reply) return null;
  if (reply.text === null || reply.on === null) {
    return <p className="muted">{t('reply.none', { day: formatDay(reply.noticeOf, language) })}</p>;
  }
  return (
    <>
      <p className="muted">{t('reply.given', { day: formatDay(reply.on, language) })}</p>
      <blockquote className="prose" dir="auto">
        {reply.text}
      </blockquote>
    </>
  );
}

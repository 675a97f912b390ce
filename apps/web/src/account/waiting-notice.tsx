import { useTranslation } from 'react-i18next';
import { Notice } from '@/ui/notice';

/** How long to wait after too many attempts. The seconds are seen to run down and said once. */
export function WaitingNotice({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('account');
  if (seconds <= 0) return null;
  const minutes = Math.floor(seconds / 60);
  return (
    <Notice tone="attention" title={t('waiting.title')}>
      <span role="timer">
        {minutes > 0
          ? t('waiting.minutes', { count: minutes, seconds: seconds % 60 })
          : t('waiting.seconds', { count: seconds })}
      </span>
    </Notice>
  );
}

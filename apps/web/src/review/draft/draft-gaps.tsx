import { useTranslation } from 'react-i18next';
import { Badge } from '@/ui/badge';
import { useLanguage } from '@/app/services';
import { formatShare } from '@/formats/numbers';
import { Name } from '@/ui/text';
import type { components } from '../../../.generated/schema';

/** What the document leaves open, and who answers for it with which reason. */
export function DraftGaps({
  completeness: { score, gaps },
}: {
  readonly completeness: components['schemas']['CompletenessResponse'];
}) {
  const { t } = useTranslation('review');
  const language = useLanguage();
  return (
    <section className="section">
      <h2>{t('gaps.title')}</h2>
      <p className="muted">{t('gaps.score', { share: formatShare(score / 100, language) })}</p>
      {gaps.length > 0 ? (
        <ul className="gaps">
          {gaps.map(({ gap, subjectId, field, sentence, acknowledged }) => (
            <li key={`${gap} ${subjectId ?? ''} ${field}`}>
              <span>{sentence}</span>{' '}
              {acknowledged === null ? (
                <Badge tone="attention">{t('gaps.open')}</Badge>
              ) : (
                <small className="muted block">
                  {t('gaps.answered')} <Name>{acknowledged}</Name>
                </small>
              )}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t('gaps.none')}</p>
      )}
    </section>
  );
}

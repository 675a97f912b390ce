import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/app/services';
import { formatDay } from '@/formats/dates';
import { useWord } from '@/words/use-word';
import type { components } from '../../.generated/schema';
import { useCounted } from './words';

type Promise = Pick<components['schemas']['PublicHeadlineResponse'], 'verified' | 'quantity' | 'status'>;

/** The accepted figure that the word beside it rests on, and the day for which it holds; nothing beside other words. */
export function PromiseVerified({ verified, quantity, status }: Promise) {
  const { t } = useTranslation('register');
  const language = useLanguage();
  const word = useWord();
  const counted = useCounted();
  if (!verified) return null;
  const { value, stage } = verified;
  const said =
    value === null ? stage && word('completionStage', stage) : counted(value, quantity?.unit ?? null);
  const day = formatDay(verified.asOf, language);
  if (said === null) return <p className="muted">{t('verified.report', { day })}</p>;
  const isMet = status === 'met' || status === 'met_late';
  return <p>{t(isMet ? 'verified.reached' : 'verified.last', { figure: said, day })}</p>;
}

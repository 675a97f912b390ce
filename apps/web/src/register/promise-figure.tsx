import { useTranslation } from 'react-i18next';
import { Name, Text } from '@/ui/text';
import type { components } from '../../.generated/schema';
import { useFigure } from './words';

type Promise = Pick<components['schemas']['PublicHeadlineResponse'], 'quantity' | 'title' | 'measure'>;

/** What is promised in one line: the figure as stated, or the paper's words, or what is to be done. */
export function PromiseFigure({ quantity, title }: Promise) {
  const { t } = useTranslation('register');
  const figure = useFigure();
  if (!quantity) return <Text of={title} />;
  const said = figure(quantity);
  if (said !== null) return <>{said}</>;
  return quantity.stated ? <Name>{quantity.stated}</Name> : <>{t('figure.noNumber')}</>;
}

import type { ActionOffer, Language } from '@app/kernel';
import { spokenSentence } from '../i18n/spoken-sentence';
import type { AllowedActionResponse } from './allowed-action.response';

/** What may be done now, each refusal in the reader's language. */
export function spokenOffers(
  offers: readonly ActionOffer<string>[],
  language: Language,
): AllowedActionResponse[] {
  return offers.map(({ action, allowed, hindrance }) => ({
    action,
    allowed,
    reason: hindrance && spokenSentence(hindrance.code, language, hindrance.values),
    code: hindrance?.code ?? null,
  }));
}

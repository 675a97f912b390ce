import type { AdverseWord } from '../domain/right-of-reply';

/** Whether the notice `n` about a word is about the promise of the row `c` with the deadline that it has now. */
const isOfNow = (word: AdverseWord) =>
  `n.commitment_id = c.id AND n.word = '${word}' AND n.last_day = c.last_day`;

/** The last day of a reply to the notice about a word and the deadline of the row `c`; null without one. */
export function replyUntil(word: AdverseWord): string {
  return `(SELECT n.replies_until FROM reply_notice n WHERE ${isOfNow(word)})`;
}

/** Whether the time to reply to the notice `n` was over when “not met” was decided of the row `c`. */
export const RAN_BEFORE_DECISION = `${isOfNow('closed_not_met')} AND n.replies_until < (
  SELECT d.recorded_on FROM commitment_decision d WHERE d.commitment_id = c.id AND d.withdrawn_on IS NULL)`;

/** Whether whoever promised could reply before “not met” was decided of the row `c`. */
export const WAS_HEARD = `EXISTS (SELECT FROM reply_notice n WHERE ${RAN_BEFORE_DECISION})`;

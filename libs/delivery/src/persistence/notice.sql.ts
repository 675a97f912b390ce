import type { AdverseWord } from '../domain/right-of-reply';

/** The organisation that owes the promise of the row `c` now; of a record that was merged, the one that stays. */
export const OBLIGOR = `(SELECT p.organisation_id FROM party p
  WHERE p.agreement_id = c.agreement_id AND p.id = c.obligor_party_id)`;

/**
 * Whether the notice `n` counts for the promise of the row `c`: it is about the deadline that it has now, went to whoever
 * owes it now, and a mail was taken by the mail server. Null stands for whatever word.
 */
const counts = (word: AdverseWord | null) => `n.commitment_id = c.id AND n.last_day = c.last_day
  ${word === null ? '' : `AND n.word = '${word}'`} AND coalesce(n.mail_state, 'sent') = 'sent'
  AND staying_organisation(n.organisation_id) = ${OBLIGOR}`;

/** The last day of a reply to the notice about a word and the deadline of the row `c`; null without one. */
export function replyUntil(word: AdverseWord | null): string {
  return `(SELECT min(n.replies_until) FROM reply_notice n WHERE ${counts(word)})`;
}

/** Whether the time to reply to the notice `n` was over when “not met” was decided of the row `c`. */
export const RAN_BEFORE_DECISION = `${counts('closed_not_met')} AND n.replies_until < (
  SELECT d.recorded_on FROM commitment_decision d WHERE d.commitment_id = c.id AND d.withdrawn_on IS NULL)`;

/** Whether whoever promised could reply before “not met” was decided of the row `c`. */
export const WAS_HEARD = `EXISTS (SELECT FROM reply_notice n WHERE ${RAN_BEFORE_DECISION})`;

/** Whether an amendment `v` is the last one, so that it says what holds now. */
export const STILL_AMENDED = `NOT EXISTS (
  SELECT FROM agreement_version later
   WHERE later.agreement_id = v.agreement_id AND later.kind = 'amendment' AND later.number > v.number)`;

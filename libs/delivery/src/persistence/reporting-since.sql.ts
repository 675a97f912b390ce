/**
 * The day on which reporting of an agreement was opened; null where it is not open. A calendar put in the place of
 * another the same day continues it.
 * @param agreement the column with its id, which is not inside the answer's own table.
 */
export const reportingSince = (agreement: string): string => `(
  SELECT max(opening.recorded_on) FROM reporting_calendar opening
   WHERE opening.agreement_id = ${agreement}
     AND EXISTS (SELECT FROM reporting_calendar now
                  WHERE now.agreement_id = opening.agreement_id AND now.ended_on IS NULL)
     AND NOT EXISTS (SELECT FROM reporting_calendar replaced
                      WHERE replaced.agreement_id = opening.agreement_id AND replaced.id < opening.id
                        AND replaced.ended_on = opening.recorded_on))`;

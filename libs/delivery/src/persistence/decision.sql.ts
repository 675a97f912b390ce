import { STANDINGS, type StatusPlace } from '../domain/derive-status';
import { type Outcome, RELEASES } from '../domain/settlement';
import { FALLEN, STANDS } from './standing.sql';

/** A promise that was dropped when another instrument replaced its own counts as cancelled while that holds. */
const DROPPED = `SELECT m.commitment_id FROM successor_mapping m JOIN agreement s ON s.id = m.agreement_id
  WHERE m.fate = 'dropped' AND s.legal_state = 'superseded'
    AND m.step_number = (SELECT max(l.step_number) FROM successor_mapping l WHERE l.agreement_id = m.agreement_id)`;

/** Whether the promise of the row `c` was dropped with its agreement. */
export const IS_DROPPED = `EXISTS (${DROPPED} AND m.agreement_id = c.agreement_id AND m.commitment_id = c.id)`;

/** What was decided about the promise of the row `c`; null when nothing was. */
export const DECISION = `coalesce(
  (SELECT d.outcome FROM commitment_decision d WHERE d.commitment_id = c.id AND d.withdrawn_on IS NULL),
  CASE WHEN ${IS_DROPPED} THEN 'cancelled' END)`;

/** Whether a decision settles the promise of the row `c`. */
export const SETTLED =
  'EXISTS (SELECT FROM commitment_decision d WHERE d.commitment_id = c.id AND d.withdrawn_on IS NULL)';

/** Few promises are decided about: they are looked up once and not for each row of a list. */
function decidedAs(outcomes: readonly Outcome[] | null): string {
  const chosen = outcomes === null ? '' : ` AND outcome IN (${outcomes.map((one) => `'${one}'`).join(', ')})`;
  const decided = `SELECT commitment_id FROM commitment_decision WHERE withdrawn_on IS NULL${chosen}`;
  return outcomes === null || outcomes.includes('cancelled') ? `${decided} UNION ALL ${DROPPED}` : decided;
}

/** Whether nobody decided about the promise of the row `c`. */
export const UNDECIDED = `c.id NOT IN (${decidedAs(null)})`;

/** Promises that a decision took back, of the row `c`. */
export const RELEASED = `c.id IN (${decidedAs(RELEASES)})`;

/** Promises that nobody is held to any more: their instrument fell, or a decision took them back. */
export const NO_LONGER_PROMISED = `(${FALLEN} OR ${RELEASED})`;

/** Whether the promise of the row `c` lies in a place where a status is decided. */
export function liesIn({ standings, decisions }: StatusPlace): string {
  const outcomes = decisions.filter((decision) => decision !== null);
  const alternatives = [
    ...(decisions.includes(null) ? [UNDECIDED] : []),
    ...(outcomes.length > 0 ? [`c.id IN (${decidedAs(outcomes)})`] : []),
  ];
  const stands = standings.map((standing) => STANDS[standing]);
  const anywhere = standings.length === STANDINGS.length;
  return `(${alternatives.join(' OR ')})${anywhere ? '' : ` AND (${stands.join(' OR ')})`}`;
}

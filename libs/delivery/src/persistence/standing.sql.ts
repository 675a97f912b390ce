import { RUNNING_STATES, type Standing } from '../domain/derive-status';

const RUNNING = RUNNING_STATES.map((state) => `'${state}'`).join(', ');

/** Few agreements do not run: an index holds them alone, and a list looks them up once and not for each of its rows. */
const NOT_RUNNING = `SELECT id FROM agreement WHERE legal_state NOT IN (${RUNNING})`;

/** Whether the agreement of the row `c` stands so, without joining it. */
export const STANDS: Readonly<Record<Standing, string>> = {
  running: `c.agreement_id NOT IN (${NOT_RUNNING})`,
  suspended: `c.agreement_id IN (${NOT_RUNNING} AND legal_state = 'suspended')`,
  ended: `c.agreement_id IN (${NOT_RUNNING} AND legal_state <> 'suspended')`,
};

/** Instruments whose promises nobody is held to any more: what lives on of them stands in their successors. */
export const FALLEN = `a.legal_state IN ('lapsed', 'terminated', 'superseded')`;

/** Instruments that nobody has signed yet. */
export const NOT_YET_SIGNED = `a.legal_state IN ('announced', 'under_negotiation')`;

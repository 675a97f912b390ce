import { EVIDENCE_RANKS, bandOf } from '../domain/evidence-rank';
import { FUNNEL_STAGES, type FunnelStage } from '../domain/progress-summary';
import { IS_REACHED } from './reported.sql';
import { NOT_YET_SIGNED } from './standing.sql';

/** The figure accepted last of the promise of the row `c`; null where none was. */
export const LAST_ACCEPTED = lastAccepted('o.value');

function lastAccepted(what: string): string {
  return `(SELECT ${what} FROM accepted_observation o
  WHERE o.commitment_id = c.id AND o.superseded_on IS NULL
  ORDER BY o.as_of DESC, o.recorded_on DESC, o.id DESC LIMIT 1)`;
}

/** The same of every promise, in one pass. */
export const LAST_ACCEPTED_OF_ALL = `SELECT DISTINCT ON (commitment_id) commitment_id, value, rank
  FROM accepted_observation WHERE superseded_on IS NULL
  ORDER BY commitment_id, as_of DESC, recorded_on DESC, id DESC`;

/** Who stands behind the accepted figure of the row `o`; null where there is none. */
export const BAND = `CASE ${EVIDENCE_RANKS.map((rank) => `WHEN o.rank = '${rank}' THEN '${bandOf(rank)}'`).join(' ')} END`;

/** The same of the figure accepted last of the promise of the row `c`. */
export const LAST_BAND = lastAccepted(BAND);

const at = (stage: FunnelStage) => FUNNEL_STAGES.indexOf(stage);

/** To whom progress is told: the public reads of some promises nothing of what was accepted. */
export type ToldTo = 'house' | 'public';

/**
 * Whether what was accepted of the promise of the row `c` in its agreement `a` is told. To the public nothing is while the
 * agreement is suspended, nor where the deadline or the figure is confidential, as on the record of the promise. How a
 * duty was kept in a year is a judgement and no figure: it adds up to nothing for anybody.
 */
export function isTold(to: ToldTo): string {
  const isFigure = `c.measure <> 'ongoing'`;
  if (to === 'house') return isFigure;
  return `(${isFigure} AND a.legal_state <> 'suspended' AND c.deadline_absence IS DISTINCT FROM 'confidential'
    AND (c.measure <> 'quantity' OR c.unit IS NOT NULL))`;
}

/**
 * The stage of the promise of the row `c` in its agreement `a`, as its place in the list of stages.
 * @param accepted SQL of the figure accepted last.
 */
export function stageOf(accepted: string, to: ToldTo): string {
  return `CASE WHEN ${isTold(to)} AND ${IS_REACHED} THEN ${at('delivered')}
    WHEN ${isTold(to)} AND ${accepted} > 0 THEN ${at('delivering')}
    WHEN ${NOT_YET_SIGNED} THEN ${at('announced')} WHEN a.legal_state <> 'signed' THEN ${at('in_force')}
    WHEN a.instrument_type = 'announcement' THEN ${at('announced')}
    WHEN a.instrument_type IN ('memorandum_of_understanding', 'agreement_unspecified') THEN ${at('memorandum')}
    ELSE ${at('convention')} END`;
}

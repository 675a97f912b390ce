/** The words by which the public chooses, for requests. */
export { COMMITMENT_KINDS, INSTRUMENT_TYPES, LEGAL_STATES } from '@app/agreements';
export {
  COMMITMENT_SORTS,
  COMPLETION_STAGES,
  COUNTINGS,
  type CompletionStage,
  EVIDENCE_BANDS,
  EVIDENCE_RANKS,
  type EvidenceBand,
  type EvidenceRank,
} from '@app/delivery';
export { PUBLIC_AGREEMENT_SORTS } from '../persistence/public-agreement.repository';
export {
  EVIDENCE_BANDS as BANDS,
  FUNNEL_STAGES as STAGES,
  type EvidenceBand as Band,
  type FunnelStage as Stage,
} from '@app/delivery';
export { COURSE_STANDINGS, type CourseStanding, SHARE_ABSENCES, type ShareAbsence } from '@app/indicators';

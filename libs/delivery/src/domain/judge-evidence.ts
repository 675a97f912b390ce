import type { FieldViolation, Hindrance } from '@app/kernel';
import type { EvidenceRank } from './evidence-rank';
import { BEGUN_STATES, type ReportState, WAITING_STATES } from './report-workflow';

/** What a file can prove; what is merely said needs none. */
export const FILED_EVIDENCE = [
  'self_declared',
  'company_document',
  'payroll_or_cnss',
  'zone_manager_or_ministry',
  'site_visit',
  'independent_audit',
] as const satisfies readonly EvidenceRank[];

/** A file that somebody wants to add to a report. */
export interface EvidenceToJudge {
  readonly kind: EvidenceRank;
  readonly nominative: boolean;
  readonly extract: string | null;
  readonly byTheHouse: boolean;
}

/** What is wrong with a file as evidence. */
export function evidenceFaults({ kind, nominative, extract, byTheHouse }: EvidenceToJudge): FieldViolation[] {
  const wrong: FieldViolation[] = [];
  if (kind === 'site_visit' && !byTheHouse) wrong.push({ field: 'kind', code: 'evidence_of_the_house' });
  if (nominative && extract === null) wrong.push({ field: 'extract', code: 'extract_required' });
  return wrong;
}

/**
 * Who may add evidence: whoever writes the report, while it is written; and while it waits for a decision whoever
 * decides, with what the house itself saw.
 */
export function hindranceToAttach(
  state: ReportState,
  {
    mayPrepare,
    mayVerify,
    hasWritten,
  }: Pick<NominativeFacts, 'mayVerify' | 'hasWritten'> & { readonly mayPrepare: Hindrance | null },
): Hindrance | null {
  if (BEGUN_STATES.includes(state)) return mayPrepare;
  const decides = WAITING_STATES.includes(state) && mayVerify === null;
  if (!decides) return { code: 'report_not_writable' };
  return hasWritten ? { code: 'writer_does_not_verify' } : null;
}

/** What decides who opens a file that names people. */
export interface NominativeFacts {
  readonly state: ReportState;
  readonly actor: string;
  readonly mayVerify: Hindrance | null;
  /** Who has taken the report up last. */
  readonly takenUpBy: string | null;
  /** The first of two verifiers. */
  readonly reviewedBy: string | null;
  readonly hasWritten: boolean;
}

/** A file that names people is opened by the verifier of its report while it is under review, and by nobody else. */
export function hindranceToOpenNominative(facts: NominativeFacts): Hindrance | null {
  const { state, actor, mayVerify, takenUpBy, reviewedBy, hasWritten } = facts;
  if (mayVerify) return mayVerify;
  const isSecond = reviewedBy !== null && reviewedBy !== actor;
  const isItsVerifier = takenUpBy === actor || isSecond;
  return state === 'in_review' && isItsVerifier && !hasWritten ? null : { code: 'nominative_for_verifier' };
}

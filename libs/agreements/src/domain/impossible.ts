/** `impossible`: the register contradicts itself. `doubtful`: the facts hardly go together, and somebody should look. */
export const FINDING_SEVERITIES = ['impossible', 'doubtful'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];

/** What a finding is about. */
export const FINDING_SUBJECTS = ['agreement', 'commitment', 'milestone', 'citation'] as const;
export type FindingSubject = (typeof FINDING_SUBJECTS)[number];

/** One question that the register must answer with no row. Its sentence is `finding_<name>` of the catalogue. */
export interface ImpossibleQuery {
  readonly name: string;
  readonly severity: FindingSeverity;
  /**
   * A query of `agreement_id, subject_type, subject_id, detail`; `business.today` is the business date. What the
   * papers do not give, and says so, is no row of it.
   */
  readonly sql: string;
}

/** Legal states that an instrument only reaches by having been signed. */
export const SIGNED_STATES = [
  'signed',
  'in_force',
  'suspended',
  'fulfilled',
  'closed_partially',
  'terminated',
  'expired',
] as const;

import {
  type Actor,
  type CalendarDate,
  type Hindrance,
  type Judgement,
  type Permission,
  addDays,
} from '@app/kernel';
import type { AgreementDocument, DocumentSigning, InstrumentType } from './agreement-document';
import type { LegalGuard } from './agreement-workflow';

/** Until so many days after an end was recorded, one director may take it back. */
export const REOPENING_DAYS = 30;

/** What is known of an agreement and of who asks, when its next step is judged. */
export interface LegalFacts {
  readonly instrumentType: InstrumentType;
  readonly signing: Pick<DocumentSigning, 'date' | 'dateAbsence'>;
  /** Whether a source of the record, or a signed file, reports the signing. */
  readonly signingProven: boolean;
  /** Conditions precedent that are neither ticked nor waived. */
  readonly openConditions: number;
  readonly commitments: number;
  /** Those that no decision and no accepted figure has settled. */
  readonly unsettled: number;
  /** The day on which its end was recorded; null while it runs. */
  readonly endedOn: CalendarDate | null;
  /** The director who agreed that another one reopens the agreement as it now stands. */
  readonly agreedBy: Actor | null;
  readonly actor: Actor;
  readonly today: CalendarDate;
}

/** What a request brings along; null when nothing is asked yet, and what it could bring stands in nobody's way. */
export interface BroughtAlong {
  readonly signing?: Pick<DocumentSigning, 'date' | 'dateAbsence'>;
  readonly provesSigning: boolean;
  readonly successorTakesOver: boolean;
}

/** Judges the steps of one agreement for one caller: by the facts alone, or by what a request brings to them. */
export function judgeLegalStep(
  facts: LegalFacts,
  permission: (permission: Permission) => Hindrance | null,
  brought: BroughtAlong | null,
): Judgement<LegalGuard> {
  return { permission, guard: (guard) => GUARDS[guard](facts, brought) };
}

type Guard = (facts: LegalFacts, brought: BroughtAlong | null) => Hindrance | null;

const GUARDS: Readonly<Record<LegalGuard, Guard>> = {
  signing_is_known: (facts, brought) =>
    brought === null || isKnown(brought.signing ?? facts.signing) ? null : { code: 'signing_unknown' },
  signing_is_proven: (facts, brought) =>
    brought === null || brought.provesSigning || facts.signingProven ? null : { code: 'signing_unproven' },
  conditions_are_met: ({ instrumentType, openConditions }) =>
    instrumentType === 'memorandum_of_understanding' || openConditions === 0
      ? null
      : { code: 'conditions_open', values: { count: openConditions } },
  every_commitment_is_settled: (facts) => {
    if (isFulfilmentProposed(facts)) return null;
    if (facts.commitments === 0) return { code: 'nothing_was_promised' };
    return { code: 'commitments_unsettled', values: { count: facts.unsettled } };
  },
  successor_takes_over: (_, brought) =>
    brought === null || brought.successorTakesOver ? null : { code: 'successor_incomplete' },
  may_be_reopened: (facts) => {
    const { agreedBy, actor } = facts;
    if (isWithinReopening(facts)) return null;
    return agreedBy !== null && agreedBy !== actor
      ? null
      : { code: 'second_director_needed', values: { days: REOPENING_DAYS } };
  },
};

/** A date of any precision, or the statement that none is published. */
function isKnown({ date, dateAbsence }: NonNullable<BroughtAlong['signing']>): boolean {
  return date !== null || dateAbsence === 'not_published';
}

/** The register proposes that an agreement is fulfilled once every one of its promises is settled. */
export function isFulfilmentProposed({
  commitments,
  unsettled,
}: Pick<LegalFacts, 'commitments' | 'unsettled'>): boolean {
  return commitments > 0 && unsettled === 0;
}

/** Whether an end was recorded so lately that one director takes it back. */
export function isWithinReopening({ endedOn, today }: Pick<LegalFacts, 'endedOn' | 'today'>): boolean {
  return endedOn !== null && today <= addDays(endedOn, REOPENING_DAYS);
}

/** Whether a source of the document reports that the agreement was signed. */
export function reportsSigning({ citations }: Pick<AgreementDocument, 'citations'>): boolean {
  return citations.some(({ subject, field }) => subject === 'agreement' && field === 'signing');
}

import { Changed, ChangedField, auditKind } from '@app/audit';
import type { LegalAction } from '../domain/agreement-workflow';
import type { LegalState } from '../domain/legal-states';

/** What the trail keeps of a legal step; the step itself stays readable under its number. */
export interface LegalStepTaken {
  readonly action: LegalAction;
  readonly legalState: ChangedField<LegalState>;
  readonly step: number;
  /** As stated. */
  readonly on: string;
  /** The version that the step wrote; null when it changed no document. */
  readonly version: number | null;
  readonly movedDeadlines: number;
  readonly details: Readonly<Record<string, unknown>>;
}

/** The entry of a step, named by the event of its transition. */
export function legalStepTaken(event: `${string}.${string}`) {
  return auditKind<LegalStepTaken>(event, 'agreement');
}

export const reopeningAgreed = auditKind('agreement.reopening_agreed', 'agreement');

export const conditionRecorded = auditKind<{ readonly conditionId: string; readonly number: number }>(
  'agreement.condition_recorded',
  'agreement',
);

export const conditionDecided = auditKind<Changed & { readonly conditionId: string }>(
  'agreement.condition_decided',
  'agreement',
);

import { auditKind } from '@app/audit';

/** What the trail keeps of a step: documents stay readable by their version. */
export interface DraftStepTaken {
  readonly version: number;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  /** The director who let the actor decide on their own draft; null when four eyes were kept. */
  readonly overriddenBy: string | null;
  readonly acknowledgedGaps?: number;
  readonly movedDeadlines?: number;
}

export const agreementDrafted = auditKind<{ readonly reference: string }>('agreement.drafted', 'agreement');
export const draftOpened = auditKind<{ readonly version: number; readonly kind: string }>(
  'version.opened',
  'agreement',
);
export const draftSaved = auditKind<{ readonly version: number; readonly changed: readonly string[] }>(
  'version.saved',
  'agreement',
);
export const overrideGranted = auditKind<{ readonly version: number; readonly action: string }>(
  'version.override_granted',
  'agreement',
);

/** The kind of entry of a step, by the event that its workflow names. */
export const DRAFT_STEP_KINDS = {
  'version.submitted': auditKind<DraftStepTaken>('version.submitted', 'agreement'),
  'version.returned': auditKind<DraftStepTaken>('version.returned', 'agreement'),
  'version.withdrawn': auditKind<DraftStepTaken>('version.withdrawn', 'agreement'),
  'version.verified': auditKind<DraftStepTaken>('version.verified', 'agreement'),
  'version.approved': auditKind<DraftStepTaken>('version.approved', 'agreement'),
} as const;

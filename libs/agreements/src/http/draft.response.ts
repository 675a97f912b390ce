import { ApiProperty } from '@nestjs/swagger';
import { AllowedActionResponse } from '@app/platform';
import { AgreementDocumentRequest } from './agreement.request';

export class GapResponse {
  gap: string;
  /** What is missing, in the caller's language. */
  sentence: string;
  subject: string;
  subjectId: string | null;
  field: string;
  /** Why it stays open; null while nobody answered for it. */
  acknowledged: string | null;
}

export class CompletenessResponse {
  /** Share of what was looked for and found, in whole percent. */
  score: number;
  looked: number;
  gaps: GapResponse[];
}

export class AcknowledgedGapResponse {
  gap: string;
  subjectId: string | null;
  reason: string;
}

export class AmendmentResponse {
  number: string | null;
  signedOn: string | null;
  effectiveOn: string | null;
  rationale: string | null;
  fileId: string | null;
  sourceId: string | null;
}

/** The version in the making, as the record of its agreement shows it. */
export class OpenDraftResponse {
  n: number;
  kind: string;
  state: string;
  baseVersion: number | null;
  reason: string | null;
  savedAt: string;
  allowedActions: AllowedActionResponse[];
}

export class DifferenceResponse {
  /** Parts are named by their id, as `commitments[<id>].quantity.value`. */
  path: string;
  subject: string;
  subjectId: string | null;
  /** Empty when the whole part came or went. */
  field: string;
  @ApiProperty({ type: Object, nullable: true })
  before: unknown;
  @ApiProperty({ type: Object, nullable: true })
  after: unknown;
}

/** Who took part, as actors (`account:<id>`, `system:<part>`). */
export class VersionPeopleResponse {
  draftedBy: string[];
  submittedBy: string | null;
  verifiedBy: string | null;
  approvedBy: string | null;
  /** The second director who let one decide on their own draft. */
  overriddenBy: string | null;
}

export class DraftStepResponse {
  action: string;
  from: string | null;
  to: string;
  reason: string | null;
  on: string;
  by: string;
  at: string;
  overriddenBy: string | null;
}

/** The open draft with everything that is needed to go on with it. Its revision is that of the agreement. */
export class DraftResponse {
  /** Id of the agreement. */
  id: string;
  revision: number;
  n: number;
  kind: string;
  state: string;
  baseVersion: number | null;
  reason: string | null;
  amendment: AmendmentResponse | null;
  @ApiProperty({ type: AgreementDocumentRequest })
  document: object;
  completeness: CompletenessResponse;
  /** What differs from the version it was opened on; empty for a first version. */
  changes: DifferenceResponse[];
  people: VersionPeopleResponse;
  steps: DraftStepResponse[];
  savedAt: string;
  allowedActions: AllowedActionResponse[];
}

/** A version in a list: those that are or were current, and the open draft before them. */
export class ListedVersionResponse {
  n: number;
  state: string;
  kind: string;
  reason: string | null;
  amendment: AmendmentResponse | null;
  acknowledgedGaps: AcknowledgedGapResponse[];
  people: VersionPeopleResponse;
  /** Business date on which it became current; null for a draft. */
  recordedOn: string | null;
  recordedAt: string | null;
  /** From when an amendment holds. */
  effectiveOn: string | null;
  /** SHA-256 of the document as it is kept, in its canonical form; null for a draft. */
  sha256: string | null;
}

export class VersionPageResponse {
  items: ListedVersionResponse[];
  total: number;
  nextCursor: string | null;
}

/** One version with its document, under its number for good. */
export class VersionRecordResponse extends ListedVersionResponse {
  agreementId: string;
  /** Exactly what `POST /agreements` accepts. */
  @ApiProperty({ type: AgreementDocumentRequest })
  document: object;
}

export class VersionDiffResponse {
  agreementId: string;
  n: number;
  against: number;
  /** The version that is read, and the one it is compared with: who, when and why. */
  version: ListedVersionResponse;
  other: ListedVersionResponse;
  differences: DifferenceResponse[];
}

import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '@app/platform';

/** One entry of the audit trail with its place in the chain. Digests are SHA-256 in hexadecimal digits. */
export class AuditEntryResponse {
  id: string;

  /** When it was done, in business time. */
  at: Date;

  /** When the database took it. */
  recordedAt: Date;

  /** `account:<id>` or `system:<part>` */
  actor: string;

  /** Null for the system, and when the account is gone. */
  actorName: string | null;

  /** `account:<id>` or `position:<id>`, when the actor stood in for it. */
  onBehalfOf: string | null;
  onBehalfOfName: string | null;

  /** The API token it came with. */
  tokenId: string | null;

  /** `subject.verb`, as in `organisation.corrected` */
  action: string;
  subjectType: string;
  subjectId: string;

  /** What the kind of the entry says: before and after where something changed. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  payload: Record<string, unknown>;

  reason: string | null;

  /** The `X-Request-Id` of the answer. */
  requestId: string | null;

  /** The network it came from. */
  address: string | null;

  /** Null until it is linked into the chain, as are the digests. */
  sequence: number | null;
  entrySha256: string | null;
  previousSha256: string | null;
  linkSha256: string | null;
  sealedAt: Date | null;
}

export class AuditEntryPageResponse extends PageResponse {
  items: AuditEntryResponse[];
}

export class AuditedPersonalValueResponse {
  /** Where in the payload its digest stands (RFC 6901). */
  pointer: string;

  /** Null when it was erased. */
  value: string | null;
}

export class FoundAuditEntryResponse extends AuditEntryResponse {
  /** What the digests of personal values in the payload stand for. */
  personalValues: AuditedPersonalValueResponse[];
}

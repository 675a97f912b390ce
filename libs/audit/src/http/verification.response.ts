import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '@app/platform';
import {
  BREAK_CODES,
  type BreakCode,
  VERIFICATION_FAILURES,
  VERIFICATION_STATES,
  type VerificationFailure,
  type VerificationState,
} from '../domain/verification';
import type { NamedVerification } from '../use-cases/find-verifications';

/** The first place where the trail does not say what was sealed. */
export class TrailBreakResponse {
  /** The entry's number in the chain; null for one that is not sealed. */
  @ApiProperty({ type: 'integer', nullable: true })
  sequence: number | null;

  /** Null where no entry is left. */
  entryId: string | null;

  @ApiProperty({ type: String, enum: BREAK_CODES })
  code: BreakCode;

  /** The verifier's own words, in English, as `npm run audit:verify` prints them. */
  what: string;
}

/** The newest checkpoint of the register that its key signed. */
export class VerifiedCheckpointResponse {
  @ApiProperty({ type: 'integer' })
  sequence: number;

  madeOn: string;
  keyFingerprint: string;
}

/** What a verification found. */
export class VerificationResultResponse {
  sound: boolean;

  /** Sealed entries. */
  @ApiProperty({ type: 'integer' })
  entries: number;

  /** Entries that wait for the sealer. */
  @ApiProperty({ type: 'integer' })
  unsealed: number;

  /** Personal values that were erased; their digests stay. */
  @ApiProperty({ type: 'integer' })
  redacted: number;

  @ApiProperty({ type: 'integer' })
  checkpoints: number;

  @ApiProperty({ type: 'integer' })
  faults: number;

  firstFault: TrailBreakResponse | null;

  @ApiProperty({ type: 'integer' })
  headSequence: number;

  headSha256: string;

  /** Null: whether the tail was cut or all of it rewritten cannot be told. */
  newestCheckpoint: VerifiedCheckpointResponse | null;
}

/** A verification of the whole audit trail, done by a worker. */
export class VerificationResponse {
  id: string;

  @ApiProperty({ type: String, enum: VERIFICATION_STATES })
  state: VerificationState;

  /** `account:<id>` */
  requestedBy: string;

  /** Null when the account is gone. */
  requestedByName: string | null;
  requestedAt: Date;

  /** Null until a worker takes it up. */
  begunAt: Date | null;

  /** The last sign of life of its worker. */
  seenAt: Date | null;

  /** It should run, and its worker gave no sign of life for half a minute: another takes it up. */
  isLost: boolean;

  /** How many workers took it up; after the third without an end it counts as failed. */
  @ApiProperty({ type: 'integer' })
  attempts: number;

  /** Entries when it began; null until they are counted. */
  @ApiProperty({ type: 'integer', nullable: true })
  linesTotal: number | null;

  @ApiProperty({ type: 'integer' })
  linesDone: number;

  /** Whole percent, rounded down: 100 only when it is finished. Null while nobody knows. */
  @ApiProperty({ type: 'integer', nullable: true })
  percent: number | null;

  finishedAt: Date | null;

  /** Null until it is finished, and when it failed. */
  result: VerificationResultResponse | null;

  /** Why there is no result: its workers died, or each met an error. */
  @ApiProperty({ type: String, enum: VERIFICATION_FAILURES, nullable: true })
  failure: VerificationFailure | null;
}

export class VerificationPageResponse extends PageResponse {
  items: VerificationResponse[];
}

/** A verification as it is told. */
export function verificationResponse(verification: NamedVerification): VerificationResponse {
  const { result, ...said } = verification;
  return { ...said, result: result && { ...result } };
}

import { ApiProperty } from '@nestjs/swagger';
import type { LocalizedText } from '@app/kernel';
import { LocalizedTextResponse, PageResponse } from '@app/platform';
import { EVENT_KINDS, type EventKind } from '../domain/agreement-events';

const DAY = { type: String, format: 'date' } as const;

/** The promise that something happened to. */
export class EventCommitmentResponse {
  id: string;

  /** Null once a version dropped the promise. */
  @ApiProperty({ type: LocalizedTextResponse, nullable: true })
  title: LocalizedText | null;
}

/** Something that happened around the promises of an agreement. */
export class AgreementEventResponse {
  @ApiProperty({ type: String, enum: EVENT_KINDS })
  kind: EventKind;

  /** The decision, request, report or notice. */
  recordId: string;

  /** Of one record, in the order in which it happened. */
  @ApiProperty({ type: 'integer' })
  ordinal: number;

  commitment: EventCommitmentResponse;

  /** The day that it counts from. */
  @ApiProperty(DAY)
  on: string;

  @ApiProperty(DAY)
  recordedOn: string;

  /** The outcome, the thing asked about, the step of the report, the adverse word. */
  what: string;

  /** Where the request or the report stood afterwards; null of what has no states. */
  state: string | null;

  /** Why, or what was replied. */
  reason: string | null;
}

export class AgreementEventPageResponse extends PageResponse {
  @ApiProperty({ type: [AgreementEventResponse] })
  items: readonly AgreementEventResponse[];
}

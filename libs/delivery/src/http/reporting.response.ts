import { ApiProperty } from '@nestjs/swagger';
import type { LocalizedText } from '@app/kernel';
import { AllowedActionResponse, LocalizedTextResponse } from '@app/platform';
import { COUNTING_RULES, type CountingRule } from '../domain/counting-rule';
import { REPORTING_STATES, type ReportingState } from '../domain/judge-reporting';
import { RHYTHMS, type Rhythm } from '../domain/reporting-calendar';

const DAY = { type: String, format: 'date' } as const;

export class ReportingCalendarResponse {
  id: string;

  @ApiProperty({ type: String, enum: RHYTHMS })
  rhythm: Rhythm;

  /** The last days of the periods where they are the agreement's own. */
  @ApiProperty({ ...DAY, isArray: true })
  dates: readonly string[];

  @ApiProperty(DAY)
  fromDay: string;

  @ApiProperty({ type: 'integer' })
  dueDays: number;

  @ApiProperty({ type: 'integer' })
  graceDays: number;

  recordedBy: string;

  @ApiProperty(DAY)
  recordedOn: string;

  endedBy: string | null;

  @ApiProperty({ ...DAY, nullable: true })
  endedOn: string | null;

  /** Why it was changed or closed. */
  endReason: string | null;
}

/** A promise as reporting sees it. */
export class ReportedPromiseResponse {
  commitmentId: string;

  @ApiProperty({ type: LocalizedTextResponse })
  title: LocalizedText;

  measure: string;

  /** Null where the papers name nobody who owes it: nobody is asked. */
  organisationId: string | null;

  /** Whether that organisation has somebody who may attest. */
  isAnswerable: boolean;

  /** Settled by a decision, or reached: nothing more is asked. */
  isSettled: boolean;

  /** From where its value counts; null where there is no figure, or nobody said. */
  @ApiProperty({ type: String, enum: COUNTING_RULES, nullable: true })
  countingRule: CountingRule | null;

  /** Among which rules one must be chosen before reporting is opened; none where the paper says. */
  @ApiProperty({ type: String, enum: COUNTING_RULES, isArray: true })
  choosableRules: readonly CountingRule[];
}

export class PlannedRequestResponse {
  commitmentId: string;
  organisationId: string;

  @ApiProperty(DAY)
  periodFrom: string;

  @ApiProperty(DAY)
  periodUntil: string;

  @ApiProperty(DAY)
  dueOn: string;

  /** The last day on which it is not missed. */
  @ApiProperty(DAY)
  graceUntil: string;
}

export class ReportingResponse {
  /** Of the agreement. */
  id: string;

  /** Of the agreement, which a change must name. */
  @ApiProperty({ type: 'integer' })
  revision: number;

  @ApiProperty({ type: String, enum: REPORTING_STATES })
  state: ReportingState;

  /** Null while none is open. */
  calendar: ReportingCalendarResponse | null;

  @ApiProperty({ type: [ReportingCalendarResponse] })
  earlier: readonly ReportingCalendarResponse[];

  /** By the jobs that the agreement promises. */
  @ApiProperty({ type: String, enum: RHYTHMS })
  proposedRhythm: Rhythm;

  @ApiProperty({ type: [ReportedPromiseResponse] })
  promises: readonly ReportedPromiseResponse[];

  /** What will be asked within a year. */
  @ApiProperty({ type: [PlannedRequestResponse] })
  upcoming: readonly PlannedRequestResponse[];

  @ApiProperty({ type: [AllowedActionResponse] })
  allowedActions: AllowedActionResponse[];
}

export class ReportingPreviewResponse {
  @ApiProperty({ type: [PlannedRequestResponse] })
  requests: readonly PlannedRequestResponse[];
}

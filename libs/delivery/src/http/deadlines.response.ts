import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse, PageResponse } from '@app/platform';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../domain/derive-status';
import {
  AgreementOfCommitmentResponse,
  CommitmentDeadlineResponse,
  CommitmentPartyResponse,
  CommitmentQuantityResponse,
} from './commitment.response';

/** One deadline, of a commitment or of a milestone on the way to it. */
export class DeadlineResponse {
  kind: 'commitment' | 'milestone';

  /** Of the commitment or the milestone. */
  id: string;

  /** The commitment itself, or that of the milestone. */
  commitmentId: string;

  /** The kind of the commitment, as `jobs`. */
  promised: string;

  /** `published`, `agreed` or `set`: what stands behind a milestone; null for a commitment. */
  standing: string | null;

  title: LocalizedTextResponse;
  quantity: CommitmentQuantityResponse | null;
  deadline: CommitmentDeadlineResponse;

  @ApiProperty({ type: 'integer', description: 'Days until the last day, negative once it is past' })
  daysLeft: number;

  @ApiProperty({ type: String, enum: DELIVERY_STATUSES })
  status: DeliveryStatus;

  agreement: AgreementOfCommitmentResponse;

  /** The party that owes the commitment; null where the papers do not say. */
  obligor: CommitmentPartyResponse | null;
}

export class DeadlinePageResponse extends PageResponse {
  items: DeadlineResponse[];
}

class CountedDeadlinesResponse {
  @ApiProperty({ type: 'integer' })
  total: number;

  @ApiProperty({ type: 'integer' })
  commitments: number;

  @ApiProperty({ type: 'integer' })
  milestones: number;

  @ApiProperty({
    type: 'integer',
    description: 'So many of all lie in agreements that nobody has signed yet',
  })
  notYetSigned: number;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The earliest last day of all' })
  earliest: string | null;

  /** The first ten, the earliest first. */
  @ApiProperty({ type: [DeadlineResponse] })
  items: readonly DeadlineResponse[];
}

export class DueDeadlinesResponse extends CountedDeadlinesResponse {
  @ApiProperty({ type: 'integer' })
  days: number;

  @ApiProperty({ type: String, format: 'date', description: 'The last day that is looked at' })
  until: string;
}

export class LateDeadlinesResponse extends CountedDeadlinesResponse {
  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days since the oldest passed; null without any',
  })
  oldestAge: number | null;
}

export class DeadlineOverviewResponse {
  @ApiProperty({ type: String, format: 'date', description: 'The legal date on which this was counted' })
  today: string;

  due: DueDeadlinesResponse;
  late: LateDeadlinesResponse;
}

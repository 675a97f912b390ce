import { ApiProperty } from '@nestjs/swagger';
import type { PublicDelivery } from '../use-cases/public-delivery';
import {
  EVIDENCE_BANDS,
  EVIDENCE_RANKS,
  type EvidenceBand,
  type EvidenceRank,
} from '../use-cases/public-words';

const DAY = { type: String, format: 'date' } as const;

/** The last figure that a verifier accepted, and by what it is supported. */
export class PublicEvidenceClockResponse {
  @ApiProperty({ ...DAY, description: 'The day for which it holds' })
  asOf: string;

  value: number;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'Of the target, from 0; null where there is none',
  })
  share: number | null;

  @ApiProperty({ type: String, enum: EVIDENCE_RANKS })
  rank: EvidenceRank;

  @ApiProperty({ type: String, enum: EVIDENCE_BANDS })
  band: EvidenceBand;
}

export class PublicOriginalClockResponse {
  @ApiProperty({ ...DAY, description: 'The last day as it was first stated' })
  lastDay: string;

  @ApiProperty({ type: 'integer', description: 'Negative once it has passed' })
  daysLeft: number;

  @ApiProperty({ type: String, enum: ['met', 'met_late', 'ahead', 'passed'] })
  standing: string;
}

export class PublicPointResponse {
  @ApiProperty(DAY)
  day: string;

  value: number;
}

export class PublicAcceptedPointResponse extends PublicPointResponse {
  @ApiProperty({ type: String, enum: EVIDENCE_RANKS })
  rank: EvidenceRank;

  @ApiProperty({ ...DAY, description: 'When a verifier accepted it' })
  checkedOn: string;
}

/** What was verified of a promise. Claims and forecasts are not public. */
export class PublicDeliveryResponse {
  evidence: PublicEvidenceClockResponse;

  @ApiProperty({ type: PublicOriginalClockResponse, nullable: true })
  original: PublicOriginalClockResponse | null;

  @ApiProperty({
    type: String,
    enum: ['none', 'milestones', 'straight_assumption'],
    description: 'Steps of the published milestones, or a straight line that nobody promised',
  })
  promisedLine: string;

  promised: PublicPointResponse[];

  /** In the order of their days. */
  accepted: PublicAcceptedPointResponse[];

  /** Whether whoever promised disputes what was accepted. */
  disputed: boolean;
}

/** What was verified, field by field: what is not named here is not shown. */
export function publicDeliveryView(delivery: PublicDelivery): PublicDeliveryResponse {
  const { evidence, original, promised, accepted, disputed } = delivery;
  const { asOf, value, share, rank, band } = evidence;
  return {
    evidence: { asOf, value, share, rank, band },
    original: original && {
      lastDay: original.lastDay,
      daysLeft: original.daysLeft,
      standing: original.standing,
    },
    promisedLine: promised.kind,
    promised:
      promised.kind === 'none' ? [] : promised.points.map((one) => ({ day: one.day, value: one.value })),
    accepted: accepted.map((one) => ({
      ...{ day: one.asOf, value: one.value, rank: one.rank },
      checkedOn: one.recordedOn,
    })),
    disputed,
  };
}

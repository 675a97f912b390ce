import { ApiProperty } from '@nestjs/swagger';
import { AsOfResponse, LocalizedTextResponse } from '@app/platform';
import { COMMITMENT_FACETS, type CommitmentFacetCode } from '../use-cases/count-commitments';

export class CommitmentFacetValueResponse {
  /** What the filter of the same name takes; `none` where there is no value. */
  value: string;

  @ApiProperty({ type: 'integer' })
  count: number;

  /** Of statuses, regions and sectors; null of other codes of the register. */
  names: LocalizedTextResponse | null;
}

export class CommitmentFacetResponse {
  @ApiProperty({ type: String, enum: COMMITMENT_FACETS })
  code: CommitmentFacetCode;

  /** The most frequent first, at most fifty. */
  @ApiProperty({ type: [CommitmentFacetValueResponse] })
  values: readonly CommitmentFacetValueResponse[];

  @ApiProperty({ type: 'integer', description: 'How many further values there are' })
  others: number;
}

export class CommitmentFacetsResponse {
  @ApiProperty({ type: 'integer', description: 'Commitments that pass every filter' })
  total: number;

  @ApiProperty({ type: [CommitmentFacetResponse] })
  facets: readonly CommitmentFacetResponse[];

  /** Said with what is told of the past. */
  asOf?: AsOfResponse;
}

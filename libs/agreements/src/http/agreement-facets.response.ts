import { ApiProperty } from '@nestjs/swagger';
import { AsOfResponse, LocalizedTextResponse } from '@app/platform';
import { AGREEMENT_FACETS, type AgreementFacetCode } from '../use-cases/count-agreements';

export class AgreementFacetValueResponse {
  /** What the filter of the same name takes; `none` where there is no value. */
  value: string;

  @ApiProperty({ type: 'integer' })
  count: number;

  /** Of regions, sectors, events and positions; null of codes of the register. */
  names: LocalizedTextResponse | null;
}

export class AgreementFacetResponse {
  @ApiProperty({ type: String, enum: AGREEMENT_FACETS })
  code: AgreementFacetCode;

  /** The most frequent first, at most fifty. */
  @ApiProperty({ type: [AgreementFacetValueResponse] })
  values: readonly AgreementFacetValueResponse[];

  @ApiProperty({ type: 'integer', description: 'How many further values there are' })
  others: number;
}

export class AgreementFacetsResponse {
  @ApiProperty({ type: 'integer', description: 'Agreements that pass every filter' })
  total: number;

  @ApiProperty({ type: [AgreementFacetResponse] })
  facets: readonly AgreementFacetResponse[];

  /** Said with what is told of the past. */
  asOf?: AsOfResponse;
}

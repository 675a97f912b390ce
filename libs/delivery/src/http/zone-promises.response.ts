import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '@app/platform';
import { CommitmentPageResponse } from './commitment.response';
import { PromisedByLevelResponse } from './summary.response';

export class ZoneOfPromisesResponse {
  id: string;
  code: string;
  names: LocalizedTextResponse;
}

/** What a zone can hold beside what was promised in it; `items` are the commitments that name the zone. */
export class ZonePromisesResponse extends CommitmentPageResponse {
  zone: ZoneOfPromisesResponse;

  @ApiProperty({
    type: String,
    enum: ['not_stated'],
    nullable: true,
    description: 'Why there is no capacity to compare with; null where a paper states one',
  })
  capacityAbsence: 'not_stated' | null;

  /** Of this zone alone: firm promises, programmes and capacities, never added to each other. */
  promised: PromisedByLevelResponse;

  /** Promises over this zone and others, which belong to none of them alone. */
  overSeveralZones: PromisedByLevelResponse;
}

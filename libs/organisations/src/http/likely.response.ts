import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '@app/platform';
import { LIKENESS_REASONS, type LikenessReason } from '../domain/likeness';

class LikelyRecordResponse {
  id: string;

  /** The name or spelling that matched best. */
  matched: string;

  @ApiProperty({ type: 'integer', description: 'From 0 to 100' })
  likeness: number;

  @ApiProperty({ type: String, enum: LIKENESS_REASONS })
  reason: LikenessReason;

  /** The reason in the language of the reader. */
  explained: string;
}

export class LikelyOrganisationResponse extends LikelyRecordResponse {
  names: LocalizedTextResponse;
  kind: 'company' | 'public_body' | 'federation' | 'training_body' | 'other';
  country: string | null;
  ice: string | null;
}

export class LikelyOrganisationsResponse {
  /** The ten most alike. */
  items: LikelyOrganisationResponse[];
}

export class LikelyPersonResponse extends LikelyRecordResponse {
  /** The name that is shown. */
  name: string;

  /** Other names and spellings. */
  variants: string[];
}

export class LikelyPersonsResponse {
  /** The ten most alike; two people of one name are two. */
  items: LikelyPersonResponse[];
}

import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse } from '@app/platform';

export class PublicNamedResponse {
  code: string;
  names: LocalizedTextResponse;
}

export class PublicZoneResponse extends PublicNamedResponse {
  id: string;
  regionCode: string;
  city: string | null;
}

export class PublicSigningEventResponse {
  id: string;
  names: LocalizedTextResponse;

  /** As published. */
  dates: string;

  @ApiProperty({ type: 'integer', description: 'Published agreements signed there' })
  agreements: number;
}

export class PublicReportErrorResponse {
  @ApiProperty({ type: String, enum: ['mail', 'page'] })
  kind: 'mail' | 'page';

  address: string;
}

/** What whoever shows the public register needs to label it. */
export class PublicRegisterResponse {
  @ApiProperty({ type: String, format: 'date', description: 'The business date' })
  asOf: string;

  country: PublicNamedResponse;

  /** ISO 4217. */
  currency: string;

  @ApiProperty({ type: [String] })
  languages: readonly string[];

  defaultLanguage: string;

  /** Where errors are reported; null where nobody said. */
  reportError: PublicReportErrorResponse | null;

  @ApiProperty({ type: () => [PublicNamedResponse] })
  regions: readonly PublicNamedResponse[];

  @ApiProperty({ type: () => [PublicNamedResponse] })
  sectors: readonly PublicNamedResponse[];

  @ApiProperty({ type: () => [PublicZoneResponse] })
  zones: readonly PublicZoneResponse[];

  /** Events at which published agreements were signed, the latest first. */
  @ApiProperty({ type: () => [PublicSigningEventResponse] })
  events: readonly PublicSigningEventResponse[];
}

/** A word of the public register and what it means. */
export class PublicDefinitionResponse {
  /** Stable: addresses name it. */
  @ApiProperty({ type: String, example: 'status.due_soon' })
  id: string;

  /** What it is a word for. */
  group: string;

  term: LocalizedTextResponse;
  definition: LocalizedTextResponse;
}

export class PublicDefinitionsResponse {
  @ApiProperty({ type: () => [PublicDefinitionResponse] })
  items: readonly PublicDefinitionResponse[];
}

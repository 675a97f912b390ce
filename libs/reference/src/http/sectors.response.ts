import { ApiProperty } from '@nestjs/swagger';
import { LocalizedTextResponse, PageResponse } from '@app/platform';
import type { Sector } from '../domain/sector';

export class SectorResponse implements Sector {
  id: string;
  code: string;
  names: LocalizedTextResponse;

  @ApiProperty({ type: String, isArray: true })
  examples: readonly string[];

  revision: number;
}

export class SectorPageResponse extends PageResponse {
  items: SectorResponse[];
}

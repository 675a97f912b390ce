import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery, RecordId, RequirePermission, pageOf } from '@app/platform';
import { FindZonePromises } from '../use-cases/find-zone-promises';
import { ZonePromisesResponse } from './zone-promises.response';

@ApiTags('commitments')
@Controller('zones')
export class ZonePromisesController {
  constructor(private readonly findZonePromises: FindZonePromises) {}

  @Get(':id/tenants')
  @RequirePermission('commitment.read')
  @ApiOperation({ summary: 'What a zone can hold, and what was promised in it, side by side' })
  @ApiOkResponse({ type: ZonePromisesResponse })
  async show(@RecordId() id: string, @Query() query: PageQuery): Promise<ZonePromisesResponse> {
    const found = await this.findZonePromises.execute(id, pageOf(query));
    return { ...found, items: [...found.items] };
  }
}

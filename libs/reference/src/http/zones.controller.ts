import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountActor } from '@app/kernel';
import {
  type Caller,
  type Page,
  ChangesRecord,
  ExpectedRevision,
  HistoryEntryResponse,
  HistoryPageResponse,
  PageQuery,
  RecordHistory,
  RecordId,
  RequirePermission,
  SignedIn,
  pageOf,
} from '@app/platform';
import { CorrectZone } from '../use-cases/correct-zone';
import { FindZone } from '../use-cases/find-zone';
import { ListZones } from '../use-cases/list-zones';
import { ZoneCorrectionRequest } from './zones.request';
import { ZonePageResponse, ZoneResponse } from './zones.response';

@ApiTags('reference')
@Controller('zones')
export class ZonesController {
  constructor(
    private readonly listZones: ListZones,
    private readonly findZone: FindZone,
    private readonly correctZone: CorrectZone,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('reference.read')
  @ApiOperation({ summary: 'The zones made for the sector, by code' })
  @ApiOkResponse({ type: ZonePageResponse })
  async list(@Query() query: PageQuery): Promise<Page<ZoneResponse>> {
    return this.listZones.execute(pageOf(query));
  }

  @Get(':id')
  @RequirePermission('reference.read')
  @ApiOperation({ summary: 'One zone' })
  @ApiOkResponse({ type: ZoneResponse })
  async show(@RecordId() id: string): Promise<ZoneResponse> {
    return this.findZone.execute(id);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this zone, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('zone', await this.findZone.execute(id), pageOf(query));
  }

  @Patch(':id')
  @RequirePermission('reference.correct')
  @ChangesRecord('zone')
  @ApiOperation({ summary: 'Correct a zone' })
  @ApiOkResponse({ type: ZoneResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: ZoneCorrectionRequest,
    @SignedIn() caller: Caller,
  ): Promise<ZoneResponse> {
    return this.correctZone.execute({ id, revision }, body, accountActor(caller.accountId));
  }
}

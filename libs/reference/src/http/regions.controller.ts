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
import { CorrectRegion } from '../use-cases/correct-region';
import { FindRegion } from '../use-cases/find-region';
import { ListRegions } from '../use-cases/list-regions';
import { RegionCorrectionRequest } from './regions.request';
import { RegionPageResponse, RegionResponse } from './regions.response';

@ApiTags('reference')
@Controller('regions')
export class RegionsController {
  constructor(
    private readonly listRegions: ListRegions,
    private readonly findRegion: FindRegion,
    private readonly correctRegion: CorrectRegion,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('reference.read')
  @ApiOperation({ summary: 'The regions of the country, by code' })
  @ApiOkResponse({ type: RegionPageResponse })
  async list(@Query() query: PageQuery): Promise<Page<RegionResponse>> {
    return this.listRegions.execute(pageOf(query));
  }

  @Get(':id')
  @RequirePermission('reference.read')
  @ApiOperation({ summary: 'One region' })
  @ApiOkResponse({ type: RegionResponse })
  async show(@RecordId() id: string): Promise<RegionResponse> {
    return this.findRegion.execute(id);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this region, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('region', await this.findRegion.execute(id), pageOf(query));
  }

  @Patch(':id')
  @RequirePermission('reference.correct')
  @ChangesRecord('region')
  @ApiOperation({ summary: "Correct a region's names or seat" })
  @ApiOkResponse({ type: RegionResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: RegionCorrectionRequest,
    @SignedIn() caller: Caller,
  ): Promise<RegionResponse> {
    return this.correctRegion.execute({ id, revision }, body, accountActor(caller.accountId));
  }
}

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
import { CorrectSector } from '../use-cases/correct-sector';
import { FindSector } from '../use-cases/find-sector';
import { ListSectors } from '../use-cases/list-sectors';
import { SectorCorrectionRequest } from './sectors.request';
import { SectorPageResponse, SectorResponse } from './sectors.response';

@ApiTags('reference')
@Controller('sectors')
export class SectorsController {
  constructor(
    private readonly listSectors: ListSectors,
    private readonly findSector: FindSector,
    private readonly correctSector: CorrectSector,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('reference.read')
  @ApiOperation({ summary: 'The branches of the sector, by code' })
  @ApiOkResponse({ type: SectorPageResponse })
  async list(@Query() query: PageQuery): Promise<Page<SectorResponse>> {
    return this.listSectors.execute(pageOf(query));
  }

  @Get(':id')
  @RequirePermission('reference.read')
  @ApiOperation({ summary: 'One branch of the sector' })
  @ApiOkResponse({ type: SectorResponse })
  async show(@RecordId() id: string): Promise<SectorResponse> {
    return this.findSector.execute(id);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this sector, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('sector', await this.findSector.execute(id), pageOf(query));
  }

  @Patch(':id')
  @RequirePermission('reference.correct')
  @ChangesRecord('sector')
  @ApiOperation({ summary: "Correct a branch's names or examples" })
  @ApiOkResponse({ type: SectorResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: SectorCorrectionRequest,
    @SignedIn() caller: Caller,
  ): Promise<SectorResponse> {
    return this.correctSector.execute({ id, revision }, body, accountActor(caller.accountId));
  }
}

import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@app/kernel';
import {
  type Caller,
  ChangesRecord,
  ExpectedRevision,
  HistoryEntryResponse,
  HistoryPageResponse,
  type Page,
  PageQuery,
  RecordHistory,
  RecordId,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  pageOf,
} from '@app/platform';
import { ChangePosition } from '../use-cases/change-position';
import { RecordPosition } from '../use-cases/record-position';
import { ShowPositions } from '../use-cases/show-positions';
import { PositionChangeRequest, PositionRequest, PositionsQuery } from './positions.request';
import {
  PositionPageResponse,
  PositionResponse,
  ShownPositionResponse,
  positionPageView,
  positionView,
  shownPositionView,
} from './positions.response';

@ApiTags('positions')
@Controller('positions')
export class PositionsController {
  constructor(
    private readonly showPositions: ShowPositions,
    private readonly recordPosition: RecordPosition,
    private readonly changePosition: ChangePosition,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('position.read')
  @ApiOperation({ summary: 'Positions by name, with who acts in them today' })
  @ApiOkResponse({ type: PositionPageResponse })
  async list(@Query() query: PositionsQuery): Promise<PositionPageResponse> {
    return positionPageView(await this.showPositions.list(query, pageOf(query)));
  }

  @Get(':id')
  @RequirePermission('position.read')
  @ApiOperation({ summary: 'One position' })
  @ApiOkResponse({ type: ShownPositionResponse })
  async show(@RecordId() id: string, @SpokenLanguage() language: Language): Promise<ShownPositionResponse> {
    const position = await this.showPositions.one(id);
    return shownPositionView(position, this.showPositions.offersOf(position), language);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this position, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('position', await this.showPositions.one(id), pageOf(query));
  }

  @Post()
  @RequirePermission('position.change')
  @ApiOperation({ summary: 'Make a position' })
  @ApiCreatedResponse({ type: PositionResponse })
  async record(@Body() body: PositionRequest, @SignedIn() caller: Caller): Promise<PositionResponse> {
    return positionView(await this.recordPosition.execute(body, caller.accountId));
  }

  @Patch(':id')
  @RequirePermission('position.change')
  @ChangesRecord('position')
  @ApiOperation({ summary: 'Change a position: its names, its superior, its holder and the delegate' })
  @ApiOkResponse({ type: PositionResponse })
  async change(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: PositionChangeRequest,
    @SignedIn() caller: Caller,
  ): Promise<PositionResponse> {
    return positionView(await this.changePosition.execute({ id, revision }, body, caller.accountId));
  }
}

import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
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
import { CorrectIndicatorFigure } from '../use-cases/correct-indicator-figure';
import { FindIndicatorFigure } from '../use-cases/find-indicator-figure';
import { ListIndicators } from '../use-cases/list-indicators';
import { RecordIndicatorFigure } from '../use-cases/record-indicator-figure';
import {
  FigureCorrectionRequest,
  FigureRequest,
  FiguresQuery,
  figureContentOf,
} from './indicator-figures.request';
import { FigurePageResponse, FigureResponse, FigureWithPastResponse } from './indicator-figures.response';

@ApiTags('indicators')
@Controller('indicator-figures')
export class IndicatorFiguresController {
  constructor(
    private readonly listIndicators: ListIndicators,
    private readonly findFigure: FindIndicatorFigure,
    private readonly correctFigure: CorrectIndicatorFigure,
    private readonly recordFigure: RecordIndicatorFigure,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('indicator.read')
  @ApiOperation({ summary: 'National figures, by indicator and period' })
  @ApiOkResponse({ type: FigurePageResponse })
  async list(@Query() query: FiguresQuery): Promise<Page<FigureResponse>> {
    return this.listIndicators.execute(query, pageOf(query));
  }

  @Get(':id')
  @RequirePermission('indicator.read')
  @ApiOperation({ summary: 'One national figure, with what it read before each correction' })
  @ApiOkResponse({ type: FigureWithPastResponse })
  async show(@RecordId() id: string): Promise<FigureWithPastResponse> {
    return this.findFigure.execute(id);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this figure, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('indicator_figure', await this.findFigure.execute(id), pageOf(query));
  }

  @Post()
  @RequirePermission('indicator.record')
  @ApiOperation({ summary: 'Record a national figure as it was published' })
  @ApiCreatedResponse({ type: FigureWithPastResponse })
  async record(@Body() body: FigureRequest, @SignedIn() caller: Caller): Promise<FigureWithPastResponse> {
    const id = await this.recordFigure.execute(figureContentOf(body), accountActor(caller.accountId));
    return this.findFigure.execute(id);
  }

  @Patch(':id')
  @RequirePermission('indicator.correct')
  @ChangesRecord('indicator_figure')
  @ApiOperation({ summary: 'Correct a national figure, with a reason; what it read before stays' })
  @ApiOkResponse({ type: FigureResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: FigureCorrectionRequest,
    @SignedIn() caller: Caller,
  ): Promise<FigureResponse> {
    return this.correctFigure.execute({ id, revision }, body, accountActor(caller.accountId));
  }
}

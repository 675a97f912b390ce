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
import { CorrectIndicatorFigure } from '../use-cases/correct-indicator-figure';
import { FindIndicatorFigure } from '../use-cases/find-indicator-figure';
import { ListIndicators } from '../use-cases/list-indicators';
import { FigureCorrectionRequest, IndicatorsQuery } from './indicators.request';
import { FigurePageResponse, FigureResponse } from './indicators.response';

@ApiTags('indicators')
@Controller('indicators')
export class IndicatorsController {
  constructor(
    private readonly listIndicators: ListIndicators,
    private readonly findFigure: FindIndicatorFigure,
    private readonly correctFigure: CorrectIndicatorFigure,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('indicator.read')
  @ApiOperation({ summary: 'National figures, by indicator and period' })
  @ApiOkResponse({ type: FigurePageResponse })
  async list(@Query() query: IndicatorsQuery): Promise<Page<FigureResponse>> {
    return this.listIndicators.execute(query, pageOf(query));
  }

  @Get(':id')
  @RequirePermission('indicator.read')
  @ApiOperation({ summary: 'One national figure' })
  @ApiOkResponse({ type: FigureResponse })
  async show(@RecordId() id: string): Promise<FigureResponse> {
    return this.findFigure.execute(id);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this figure, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('indicator_figure', await this.findFigure.execute(id), pageOf(query));
  }

  @Patch(':id')
  @RequirePermission('indicator.correct')
  @ChangesRecord('indicator_figure')
  @ApiOperation({ summary: 'Correct a national figure' })
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

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicRegisterRoute } from '@app/platform';
import { ShowPublicIndicators } from '../use-cases/show-public-indicators';
import { SummarisePublicProgress } from '../use-cases/summarise-public-progress';
import { publicIndicator } from './public-indicator-view';
import { PublicIndicatorResponse, PublicIndicatorsResponse } from './public-indicator.response';
import { publicProgress } from './public-progress-view';
import { PublicProgressResponse } from './public-progress.response';
import { PublicSummaryQuery } from './public.request';

/** What became of published promises, and the national figures beside them, the same for everyone. */
@ApiTags('public')
@Controller('public')
export class PublicProgressController {
  constructor(
    private readonly summarise: SummarisePublicProgress,
    private readonly indicators: ShowPublicIndicators,
  ) {}

  @Get('progress')
  @PublicRegisterRoute()
  @ApiOperation({
    summary: 'What was delivered of published promises, the funnel and the cohorts by deadline year',
  })
  @ApiOkResponse({ type: PublicProgressResponse })
  async progress(@Query() query: PublicSummaryQuery): Promise<PublicProgressResponse> {
    return publicProgress(await this.summarise.execute(query));
  }

  @Get('indicators')
  @PublicRegisterRoute()
  @ApiOperation({
    summary: 'The national figures, the course to their targets, and published promises beside it',
  })
  @ApiOkResponse({ type: PublicIndicatorsResponse })
  async listIndicators(): Promise<PublicIndicatorsResponse> {
    return { items: (await this.indicators.all()).map(publicIndicator) };
  }

  @Get('indicators/:code')
  @PublicRegisterRoute()
  @ApiOperation({ summary: 'One national figure, under its code' })
  @ApiOkResponse({ type: PublicIndicatorResponse })
  async indicator(@Param('code') code: string): Promise<PublicIndicatorResponse> {
    return publicIndicator(await this.indicators.execute(code));
  }
}

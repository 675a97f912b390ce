import { Controller, Get, Query } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '@app/platform';
import { ShowSummary } from '../use-cases/show-summary';
import { SummaryQuery, summaryFilterOf } from './commitments.request';
import { SummaryResponse } from './summary.response';

@ApiTags('summary')
@Controller('summary')
export class SummaryController {
  constructor(private readonly showSummary: ShowSummary) {}

  @Get()
  @RequirePermission('summary.read')
  @ApiOperation({
    summary:
      'What was promised in all, what was delivered of it and who stands behind that, funnel and cohorts',
  })
  @ApiOkResponse({ type: SummaryResponse })
  async show(@Query() query: SummaryQuery): Promise<SummaryResponse> {
    return this.showSummary.execute(summaryFilterOf(query), (query.asOf ?? null) as CalendarDate | null);
  }
}

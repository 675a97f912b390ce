import { Controller, Get, Query } from '@nestjs/common';
import type { CalendarDate } from '@app/kernel';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '@app/platform';
import { SummarisePromises } from '../use-cases/summarise-promises';
import { SummaryQuery, summaryFilterOf } from './commitments.request';
import { SummaryResponse } from './summary.response';

@ApiTags('summary')
@Controller('summary')
export class SummaryController {
  constructor(private readonly summarisePromises: SummarisePromises) {}

  @Get()
  @RequirePermission('summary.read')
  @ApiOperation({ summary: 'What was promised in all: by kind of figure, by year of the deadline, by place' })
  @ApiOkResponse({ type: SummaryResponse })
  async show(@Query() query: SummaryQuery): Promise<SummaryResponse> {
    return this.summarisePromises.execute(
      summaryFilterOf(query),
      (query.asOf ?? null) as CalendarDate | null,
    );
  }
}

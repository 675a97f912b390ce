import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Page, PageQuery, RequirePermission, pageOf } from '@app/platform';
import type { RetentionRun } from '../domain/retention';
import { ListRetentionRuns } from '../use-cases/list-retention-runs';
import { RetentionRunPageResponse } from './processings.response';

@ApiTags('privacy')
@Controller('retention-runs')
export class RetentionRunsController {
  constructor(private readonly listRetentionRuns: ListRetentionRuns) {}

  @Get()
  @RequirePermission('processing.read')
  @ApiOperation({ summary: 'What was erased because its time was over, day by day, the latest first' })
  @ApiOkResponse({ type: RetentionRunPageResponse })
  async list(@Query() query: PageQuery): Promise<Page<RetentionRun>> {
    return this.listRetentionRuns.execute(pageOf(query));
  }
}

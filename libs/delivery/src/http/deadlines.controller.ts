import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission, pageOf } from '@app/platform';
import { ListDeadlines } from '../use-cases/list-deadlines';
import { DeadlineOverviewQuery, DeadlinesQuery } from './deadlines.request';
import { DeadlineOverviewResponse, DeadlinePageResponse } from './deadlines.response';

@ApiTags('deadlines')
@Controller('deadlines')
export class DeadlinesController {
  constructor(private readonly listDeadlines: ListDeadlines) {}

  @Get()
  @RequirePermission('commitment.read')
  @ApiOperation({ summary: 'Deadlines of commitments and milestones that fall due or have passed' })
  @ApiOkResponse({ type: DeadlinePageResponse })
  async list(@Query() query: DeadlinesQuery): Promise<DeadlinePageResponse> {
    const page = await this.listDeadlines.list(query.span, query.reach ?? 'own', pageOf(query));
    return { ...page, items: [...page.items] };
  }

  @Get('overview')
  @RequirePermission('commitment.read')
  @ApiOperation({
    summary: 'How much falls due in the next 90 days and how much is late, with the first of each',
  })
  @ApiOkResponse({ type: DeadlineOverviewResponse })
  async overview(@Query() { reach }: DeadlineOverviewQuery): Promise<DeadlineOverviewResponse> {
    return this.listDeadlines.overview(reach ?? 'own');
  }
}

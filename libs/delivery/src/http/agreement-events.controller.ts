import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PageQuery, RecordId, RequirePermission, pageOf } from '@app/platform';
import { type AgreementEventRow, ListAgreementEvents } from '../use-cases/list-agreement-events';
import { AgreementEventPageResponse, AgreementEventResponse } from './agreement-events.response';

@ApiTags('agreements')
@Controller('agreements/:id/events')
export class AgreementEventsController {
  constructor(private readonly listAgreementEvents: ListAgreementEvents) {}

  @Get()
  @RequirePermission('agreement.read')
  @ApiOperation({
    summary:
      'What was decided, asked, reported, notified and replied about the commitments, the latest first; of each what the caller may read',
  })
  @ApiOkResponse({ type: AgreementEventPageResponse })
  async list(@RecordId() id: string, @Query() query: PageQuery): Promise<AgreementEventPageResponse> {
    const page = await this.listAgreementEvents.execute(id, pageOf(query));
    return { ...page, items: page.items.map(eventView) };
  }
}

function eventView({ commitmentId, commitmentTitle, ...event }: AgreementEventRow): AgreementEventResponse {
  return { ...event, commitment: { id: commitmentId, title: commitmentTitle } };
}

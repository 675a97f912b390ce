import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, type Page, PageQuery, RequirePermission, SignedIn, pageOf } from '@app/platform';
import { ListOutbox } from '../use-cases/list-outbox';
import { SentMailPageResponse, SentMailResponse } from './outbox.response';

@ApiTags('alerts')
@Controller('outbox')
export class OutboxController {
  constructor(private readonly listOutbox: ListOutbox) {}

  @Get()
  @RequirePermission('outbox.read')
  @ApiOperation({ summary: 'Mails that went out, the latest first' })
  @ApiOkResponse({ type: SentMailPageResponse })
  async list(@Query() query: PageQuery, @SignedIn() caller: Caller): Promise<Page<SentMailResponse>> {
    return this.listOutbox.execute(caller, pageOf(query)) as Promise<Page<SentMailResponse>>;
  }
}

import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountActor, calendarDate } from '@app/kernel';
import {
  type Caller,
  PageQuery,
  RecordId,
  RecordsLieUnder,
  RequirePermission,
  SignedIn,
  pageOf,
} from '@app/platform';
import { HandleNotices } from '../use-cases/handle-notices';
import { GiveNoticeRequest, ReplyRequest } from './notices.request';
import { ReplyNoticePageResponse, ReplyNoticeResponse } from './notices.response';

@ApiTags('right of reply')
@Controller()
export class NoticesController {
  constructor(private readonly notices: HandleNotices) {}

  @Get('notices')
  @RequirePermission('reply.read')
  @ApiOperation({ summary: 'Notices before an adverse word, the latest first' })
  @ApiOkResponse({ type: ReplyNoticePageResponse })
  list(@Query() query: PageQuery): Promise<ReplyNoticePageResponse> {
    return this.notices.list(pageOf(query));
  }

  @Get('notices/:id')
  @RequirePermission('reply.read')
  @ApiOperation({ summary: 'One notice with the reply to it' })
  @ApiOkResponse({ type: ReplyNoticeResponse })
  show(@RecordId() id: string): Promise<ReplyNoticeResponse> {
    return this.notices.find(id);
  }

  @Get('commitments/:id/notices')
  @RequirePermission('reply.read')
  @ApiOperation({ summary: 'Notices about a commitment, the latest first' })
  @ApiOkResponse({ type: ReplyNoticePageResponse })
  ofCommitment(@RecordId() id: string, @Query() query: PageQuery): Promise<ReplyNoticePageResponse> {
    return this.notices.ofCommitment(id, pageOf(query));
  }

  @Post('commitments/:id/notices')
  @RequirePermission('reply.notify')
  @RecordsLieUnder('/api/v1/notices')
  @ApiOperation({
    summary: 'Tell whoever promised which word is to be said, by mail, or record the letter that did',
  })
  @ApiCreatedResponse({ type: ReplyNoticeResponse })
  async give(
    @RecordId() commitmentId: string,
    @Body() { word, channel, sentOn }: GiveNoticeRequest,
    @SignedIn() caller: Caller,
  ): Promise<ReplyNoticeResponse> {
    const actor = accountActor(caller.accountId);
    const on = sentOn ? calendarDate(sentOn) : null;
    return this.show(await this.notices.give({ commitmentId, word, channel, sentOn: on, actor }));
  }

  @Post('notices/:id/reply')
  @HttpCode(200)
  @RequirePermission('reply.give')
  @RecordsLieUnder('/api/v1/notices')
  @ApiOperation({ summary: 'Reply to a notice, once; the reply is shown beside the word' })
  @ApiOkResponse({ type: ReplyNoticeResponse })
  async reply(
    @RecordId() id: string,
    @Body() { reply }: ReplyRequest,
    @SignedIn() caller: Caller,
  ): Promise<ReplyNoticeResponse> {
    await this.notices.reply(id, reply, accountActor(caller.accountId));
    return this.show(id);
  }
}

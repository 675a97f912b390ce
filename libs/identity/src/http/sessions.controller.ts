import { Controller, Delete, Get, HttpCode, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, OwnAccount, PageQuery, RecordId, SignedIn, pageOf } from '@app/platform';
import { EndOtherSessions } from '../use-cases/end-other-sessions';
import { EndOwnSession } from '../use-cases/end-own-session';
import { ListSessions } from '../use-cases/list-sessions';
import { SessionPageResponse, sessionPageResponse } from './sessions.response';

@ApiTags('session')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly listSessions: ListSessions,
    private readonly endOwnSession: EndOwnSession,
    private readonly endOtherSessions: EndOtherSessions,
  ) {}

  @Get()
  @OwnAccount()
  @ApiOperation({ summary: 'Where the caller is signed in, the newest first' })
  @ApiOkResponse({ type: SessionPageResponse })
  async list(@SignedIn() caller: Caller, @Query() query: PageQuery): Promise<SessionPageResponse> {
    return sessionPageResponse(await this.listSessions.execute(caller, pageOf(query)), caller.sessionId);
  }

  @Delete(':id')
  @OwnAccount()
  @HttpCode(204)
  @ApiOperation({ summary: 'End one of the own sessions' })
  @ApiNoContentResponse()
  async end(@SignedIn() caller: Caller, @RecordId() id: string): Promise<void> {
    return this.endOwnSession.execute(caller, id);
  }

  @Delete()
  @OwnAccount()
  @HttpCode(204)
  @ApiOperation({ summary: 'End all own sessions but this one' })
  @ApiNoContentResponse()
  async endOthers(@SignedIn() caller: Caller): Promise<void> {
    return this.endOtherSessions.execute(caller);
  }
}

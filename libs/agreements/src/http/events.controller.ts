import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
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
  textOf,
} from '@app/platform';
import { CorrectEvent } from '../use-cases/correct-event';
import { FindEvent } from '../use-cases/find-event';
import { RecordEvent } from '../use-cases/record-event';
import { CorrectEventRequest, ListEventsQuery, RecordEventRequest } from './event.request';
import { EventPageResponse, EventResponse } from './event.response';

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly findEvent: FindEvent,
    private readonly recordEvent: RecordEvent,
    private readonly correctEvent: CorrectEvent,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('event.read')
  @ApiOperation({ summary: 'Signing events, the latest first' })
  @ApiOkResponse({ type: EventPageResponse })
  async list(@Query() query: ListEventsQuery): Promise<EventPageResponse> {
    const page = await this.findEvent.list(pageOf(query));
    return { ...page, items: [...page.items] };
  }

  @Get(':id')
  @RequirePermission('event.read')
  @ApiOperation({ summary: 'One signing event' })
  @ApiOkResponse({ type: EventResponse })
  show(@RecordId() id: string): Promise<EventResponse> {
    return this.findEvent.execute(id);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this signing event, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('event', await this.findEvent.execute(id), pageOf(query));
  }

  @Post()
  @RequirePermission('event.record')
  @ApiOperation({ summary: 'Record a signing event' })
  @ApiCreatedResponse({ type: EventResponse })
  async record(@Body() request: RecordEventRequest, @SignedIn() caller: Caller): Promise<EventResponse> {
    const { publishedReference = null, names, dates, place = null, amount = null, note = null } = request;
    const event = { publishedReference, names: textOf(names), dates, place, amount, note };
    return this.show(await this.recordEvent.execute(event, accountActor(caller.accountId)));
  }

  @Patch(':id')
  @RequirePermission('event.correct')
  @ChangesRecord('signing_event')
  @ApiOperation({ summary: 'Correct a signing event' })
  @ApiOkResponse({ type: EventResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() { names, dates, ...details }: CorrectEventRequest,
    @SignedIn() caller: Caller,
  ): Promise<EventResponse> {
    const correction = {
      ...details,
      ...(names ? { names: textOf(names) } : {}),
      ...(dates ? { dates } : {}),
    };
    await this.correctEvent.execute(id, revision, correction, accountActor(caller.accountId));
    return this.show(id);
  }
}

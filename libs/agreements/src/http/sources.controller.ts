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
} from '@app/platform';
import { CorrectSource } from '../use-cases/correct-source';
import { FindSource } from '../use-cases/find-source';
import { RecordSource } from '../use-cases/record-source';
import { CorrectSourceRequest, ListSourcesQuery, RecordSourceRequest } from './source.request';
import { SourcePageResponse, SourceResponse } from './source.response';

@ApiTags('sources')
@Controller('sources')
export class SourcesController {
  constructor(
    private readonly findSource: FindSource,
    private readonly recordSource: RecordSource,
    private readonly correctSource: CorrectSource,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('source.read')
  @ApiOperation({ summary: 'Sources' })
  @ApiOkResponse({ type: SourcePageResponse })
  async list(@Query() query: ListSourcesQuery): Promise<SourcePageResponse> {
    const page = await this.findSource.list(query.q ?? null, pageOf(query));
    return { ...page, items: [...page.items] };
  }

  @Get(':id')
  @RequirePermission('source.read')
  @ApiOperation({ summary: 'One source' })
  @ApiOkResponse({ type: SourceResponse })
  show(@RecordId() id: string): Promise<SourceResponse> {
    return this.findSource.execute(id);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this source, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('source', await this.findSource.execute(id), pageOf(query));
  }

  @Post()
  @RequirePermission('source.record')
  @ApiOperation({ summary: 'Record a source' })
  @ApiCreatedResponse({ type: SourceResponse })
  async record(@Body() request: RecordSourceRequest, @SignedIn() caller: Caller): Promise<SourceResponse> {
    const { url, title = null, publisher = null, language = null, publishedOn = null, note = null } = request;
    const source = { url, title, publisher, language, publishedOn, note };
    return this.show(await this.recordSource.execute(source, accountActor(caller.accountId)));
  }

  @Patch(':id')
  @RequirePermission('source.correct')
  @ChangesRecord('source')
  @ApiOperation({ summary: 'Correct a source' })
  @ApiOkResponse({ type: SourceResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() { url, ...details }: CorrectSourceRequest,
    @SignedIn() caller: Caller,
  ): Promise<SourceResponse> {
    const correction = { ...details, ...(url ? { url } : {}) };
    await this.correctSource.execute(id, revision, correction, accountActor(caller.accountId));
    return this.show(id);
  }
}

import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountActor } from '@app/kernel';
import {
  type Caller,
  type Page,
  ChangesRecord,
  ExpectedRevision,
  PageQuery,
  RecordId,
  RequirePermission,
  SignedIn,
  pageOf,
} from '@app/platform';
import type { Processing } from '../domain/processing';
import { CorrectProcessing } from '../use-cases/correct-processing';
import { FindProcessing } from '../use-cases/find-processing';
import { ListProcessings } from '../use-cases/list-processings';
import { RecordProcessing } from '../use-cases/record-processing';
import { processingOf } from './processing-of';
import { ProcessingCorrectionRequest, ProcessingRequest } from './processings.request';
import { ProcessingPageResponse, ProcessingResponse } from './processings.response';

@ApiTags('privacy')
@Controller('processings')
export class ProcessingsController {
  constructor(
    private readonly listProcessings: ListProcessings,
    private readonly findProcessing: FindProcessing,
    private readonly recordProcessing: RecordProcessing,
    private readonly correctProcessing: CorrectProcessing,
  ) {}

  @Get()
  @RequirePermission('processing.read')
  @ApiOperation({ summary: 'The register of processings of personal data' })
  @ApiOkResponse({ type: ProcessingPageResponse })
  async list(@Query() query: PageQuery): Promise<Page<Processing>> {
    return this.listProcessings.execute(pageOf(query));
  }

  @Get(':id')
  @RequirePermission('processing.read')
  @ApiOperation({ summary: 'One processing' })
  @ApiOkResponse({ type: ProcessingResponse })
  async show(@RecordId() id: string): Promise<Processing> {
    return this.findProcessing.execute(id);
  }

  @Post()
  @RequirePermission('processing.change')
  @ApiOperation({ summary: 'Record a processing' })
  @ApiCreatedResponse({ type: ProcessingResponse })
  async record(@Body() body: ProcessingRequest, @SignedIn() caller: Caller): Promise<Processing> {
    return this.recordProcessing.execute(processingOf(body), accountActor(caller.accountId));
  }

  @Patch(':id')
  @RequirePermission('processing.change')
  @ChangesRecord('processing')
  @ApiOperation({ summary: 'Correct a processing, its retention or its receipt' })
  @ApiOkResponse({ type: ProcessingResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: ProcessingCorrectionRequest,
    @SignedIn() caller: Caller,
  ): Promise<Processing> {
    return this.correctProcessing.execute({ id, revision }, body, accountActor(caller.accountId));
  }
}

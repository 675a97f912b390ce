import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountActor } from '@app/kernel';
import {
  type Caller,
  ChangesRecord,
  ExpectedRevision,
  RecordId,
  RequirePermission,
  SignedIn,
  pageOf,
} from '@app/platform';
import { CarryOutErasure } from '../use-cases/carry-out-erasure';
import { CloseDataRequest } from '../use-cases/close-data-request';
import { CorrectDataRequest } from '../use-cases/correct-data-request';
import { DecideDataRequest } from '../use-cases/decide-data-request';
import { ExportDataRequest, type PersonalExport } from '../use-cases/export-data-request';
import { FindDataRequest } from '../use-cases/find-data-request';
import { ListDataRequests } from '../use-cases/list-data-requests';
import { RecordDataRequest } from '../use-cases/record-data-request';
import { Today } from '../use-cases/today';
import { dataRequestPageView, dataRequestView, erasureView } from './data-request-view';
import {
  DataRequestCorrectionRequest,
  DataRequestRequest,
  DataRequestsQuery,
  DecisionRequest,
} from './data-requests.request';
import {
  CarriedOutErasureResponse,
  DataRequestPageResponse,
  DataRequestResponse,
} from './data-requests.response';
import { PersonalExportResponse } from './personal-export.response';

@ApiTags('privacy')
@Controller('data-requests')
export class DataRequestsController {
  constructor(
    private readonly listDataRequests: ListDataRequests,
    private readonly findDataRequest: FindDataRequest,
    private readonly recordDataRequest: RecordDataRequest,
    private readonly correctDataRequest: CorrectDataRequest,
    private readonly decideDataRequest: DecideDataRequest,
    private readonly closeDataRequest: CloseDataRequest,
    private readonly carryOutErasure: CarryOutErasure,
    private readonly exportDataRequest: ExportDataRequest,
    private readonly today: Today,
  ) {}

  @Get()
  @RequirePermission('data_request.read')
  @ApiOperation({ summary: 'Requests about personal data, by the day on which they have to be answered' })
  @ApiOkResponse({ type: DataRequestPageResponse })
  async list(@Query() query: DataRequestsQuery): Promise<DataRequestPageResponse> {
    return dataRequestPageView(
      await this.listDataRequests.execute(query, pageOf(query)),
      this.today.execute(),
    );
  }

  @Get(':id')
  @RequirePermission('data_request.read')
  @ApiOperation({ summary: 'One request about personal data' })
  @ApiOkResponse({ type: DataRequestResponse })
  async show(@RecordId() id: string): Promise<DataRequestResponse> {
    return dataRequestView(await this.findDataRequest.execute(id), this.today.execute());
  }

  @Get(':id/export')
  @RequirePermission('data_request.export')
  @ApiOperation({ summary: 'Everything that is held about whoever a request is about' })
  @ApiOkResponse({ type: PersonalExportResponse })
  async export(@RecordId() id: string, @SignedIn() { accountId }: Caller): Promise<PersonalExport> {
    return this.exportDataRequest.execute(id, accountActor(accountId));
  }

  @Post()
  @RequirePermission('data_request.record')
  @ApiOperation({ summary: 'Record a request, also of somebody without an account' })
  @ApiCreatedResponse({ type: DataRequestResponse })
  async record(
    @Body() body: DataRequestRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<DataRequestResponse> {
    const recorded = await this.recordDataRequest.execute(body, accountActor(accountId));
    return dataRequestView(recorded, this.today.execute());
  }

  @Patch(':id')
  @RequirePermission('data_request.record')
  @ChangesRecord('data_request')
  @ApiOperation({ summary: 'Fill in whose data a request is about and how the identity was checked' })
  @ApiOkResponse({ type: DataRequestResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: DataRequestCorrectionRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<DataRequestResponse> {
    const corrected = await this.correctDataRequest.execute({ id, revision }, body, accountActor(accountId));
    return dataRequestView(corrected, this.today.execute());
  }

  @Post(':id/decision')
  @HttpCode(200)
  @RequirePermission('data_request.decide')
  @ChangesRecord('data_request')
  @ApiOperation({ summary: 'Grant a request, grant it in part or refuse it' })
  @ApiOkResponse({ type: DataRequestResponse })
  async decide(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: DecisionRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<DataRequestResponse> {
    const decided = await this.decideDataRequest.execute({ id, revision }, body, accountActor(accountId));
    return dataRequestView(decided, this.today.execute());
  }

  @Post(':id/erasure')
  @HttpCode(200)
  @RequirePermission('data_request.decide')
  @ChangesRecord('data_request')
  @ApiOperation({ summary: 'Carry out a granted erasure, which closes the request' })
  @ApiOkResponse({ type: CarriedOutErasureResponse })
  async erase(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @SignedIn() { accountId }: Caller,
  ): Promise<CarriedOutErasureResponse> {
    const erasure = await this.carryOutErasure.execute({ id, revision }, accountActor(accountId));
    return erasureView(erasure, this.today.execute());
  }

  @Post(':id/closing')
  @HttpCode(200)
  @RequirePermission('data_request.decide')
  @ChangesRecord('data_request')
  @ApiOperation({ summary: 'Close a granted request once it is carried out' })
  @ApiOkResponse({ type: DataRequestResponse })
  async close(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @SignedIn() { accountId }: Caller,
  ): Promise<DataRequestResponse> {
    const closed = await this.closeDataRequest.execute({ id, revision }, accountActor(accountId));
    return dataRequestView(closed, this.today.execute());
  }
}

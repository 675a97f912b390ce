import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language, accountActor } from '@app/kernel';
import {
  type Caller,
  PageQuery,
  RecordId,
  RecordsLieUnder,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  pageOf,
} from '@app/platform';
import { AskForChange } from '../use-cases/ask-for-change';
import { CloseChangeRequest } from '../use-cases/close-change-request';
import { FindChangeRequests } from '../use-cases/find-change-requests';
import { changeRequestPage, changeRequestView } from './change-request-view';
import {
  AnswerChangeRequest,
  AskForChangeRequest,
  ChangeRequestsQuery,
  WithdrawChangeRequest,
} from './change-request.request';
import { ChangeRequestPageResponse, ChangeRequestResponse } from './change-request.response';

@ApiTags('change requests')
@Controller()
export class ChangeRequestsController {
  constructor(
    private readonly findChangeRequests: FindChangeRequests,
    private readonly askForChange: AskForChange,
    private readonly closeChangeRequest: CloseChangeRequest,
  ) {}

  @Get('change-requests')
  @RequirePermission('change_request.read')
  @ApiOperation({ summary: 'What whoever promised asks to change, the latest first' })
  @ApiOkResponse({ type: ChangeRequestPageResponse })
  async list(
    @Query() query: ChangeRequestsQuery,
    @SpokenLanguage() language: Language,
  ): Promise<ChangeRequestPageResponse> {
    const { state = null, agreement = null } = query;
    const question = { state, agreement, commitment: null };
    return changeRequestPage(await this.findChangeRequests.list(question, pageOf(query)), language);
  }

  @Get('change-requests/:id')
  @RequirePermission('change_request.read')
  @ApiOperation({ summary: 'One request for a change' })
  @ApiOkResponse({ type: ChangeRequestResponse })
  async show(@RecordId() id: string, @SpokenLanguage() language: Language): Promise<ChangeRequestResponse> {
    return changeRequestView(await this.findChangeRequests.find(id), language);
  }

  @Get('commitments/:id/change-requests')
  @RequirePermission('change_request.read')
  @ApiOperation({ summary: 'What was asked to change about a commitment' })
  @ApiOkResponse({ type: ChangeRequestPageResponse })
  async ofCommitment(
    @RecordId() commitment: string,
    @Query() query: PageQuery,
    @SpokenLanguage() language: Language,
  ): Promise<ChangeRequestPageResponse> {
    await this.findChangeRequests.promise(commitment);
    const question = { state: null, agreement: null, commitment };
    return changeRequestPage(await this.findChangeRequests.list(question, pageOf(query)), language);
  }

  @Post('commitments/:id/change-requests')
  @RequirePermission('change_request.ask')
  @RecordsLieUnder('/api/v1/change-requests')
  @ApiOperation({ summary: 'Ask for a change of what the own organisation owes; nothing moves by it' })
  @ApiCreatedResponse({ type: ChangeRequestResponse })
  async ask(
    @RecordId() commitmentId: string,
    @Body() { what, proposed, reason }: AskForChangeRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ChangeRequestResponse> {
    const { text = null, deadline = null, value = null } = proposed;
    const actor = accountActor(caller.accountId);
    const asked = { commitmentId, what, text, deadline, value, reason, actor };
    return this.show(await this.askForChange.execute(asked), language);
  }

  @Post('change-requests/:id/answer')
  @HttpCode(200)
  @RequirePermission('change_request.answer')
  @RecordsLieUnder('/api/v1/change-requests')
  @ApiOperation({ summary: 'Accept a request for an amendment, or decline it; nothing moves by it' })
  @ApiOkResponse({ type: ChangeRequestResponse })
  async answer(
    @RecordId() requestId: string,
    @Body() { answer, reason }: AnswerChangeRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ChangeRequestResponse> {
    const action = answer === 'declined' ? 'decline' : 'accept';
    const actor = accountActor(caller.accountId);
    await this.closeChangeRequest.execute({ requestId, action, reason, actor });
    return this.show(requestId, language);
  }

  @Post('change-requests/:id/carrier')
  @HttpCode(200)
  @RequirePermission('change_request.answer')
  @RecordsLieUnder('/api/v1/change-requests')
  @ApiOperation({
    summary: 'Name the open draft of an amendment as the one that takes up an accepted request',
  })
  @ApiOkResponse({ type: ChangeRequestResponse })
  async carry(
    @RecordId() id: string,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ChangeRequestResponse> {
    await this.closeChangeRequest.nameCarrier(id, accountActor(caller.accountId));
    return this.show(id, language);
  }

  @Post('change-requests/:id/withdrawal')
  @HttpCode(200)
  @RequirePermission('change_request.ask')
  @RecordsLieUnder('/api/v1/change-requests')
  @ApiOperation({ summary: 'Withdraw a request of the own organisation' })
  @ApiOkResponse({ type: ChangeRequestResponse })
  async withdraw(
    @RecordId() requestId: string,
    @Body() { reason }: WithdrawChangeRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ChangeRequestResponse> {
    const actor = accountActor(caller.accountId);
    await this.closeChangeRequest.execute({ requestId, action: 'withdraw', reason, actor });
    return this.show(requestId, language);
  }
}

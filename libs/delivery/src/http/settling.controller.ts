import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language, accountActor, parseCalendarDate } from '@app/kernel';
import {
  type Caller,
  ExpectedRevision,
  PageQuery,
  RecordId,
  RecordsLieUnder,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  WritesOverRevision,
  pageOf,
} from '@app/platform';
import { DescribeCommitment } from '../use-cases/describe-commitment';
import { ListDecisions } from '../use-cases/list-decisions';
import { SettleCommitment } from '../use-cases/settle-commitment';
import { WithdrawDecision } from '../use-cases/withdraw-decision';
import { commitmentRecord } from './commitment-record';
import { CommitmentRecordResponse } from './commitment.response';
import { DecisionWithdrawalRequest, SettleCommitmentRequest } from './settling.request';
import { CommitmentDecisionPageResponse } from './settling.response';

@ApiTags('settling')
@Controller('commitments/:id/decisions')
export class SettlingController {
  constructor(
    private readonly describeCommitment: DescribeCommitment,
    private readonly listDecisions: ListDecisions,
    private readonly settleCommitment: SettleCommitment,
    private readonly withdrawDecision: WithdrawDecision,
  ) {}

  @Get()
  @RequirePermission('settlement.read')
  @ApiOperation({ summary: 'What was decided about a commitment, withdrawn decisions included' })
  @ApiOkResponse({ type: CommitmentDecisionPageResponse })
  list(@RecordId() id: string, @Query() query: PageQuery): Promise<CommitmentDecisionPageResponse> {
    return this.listDecisions.execute(id, pageOf(query));
  }

  @Post()
  @HttpCode(200)
  @RequirePermission('commitment.settle')
  @WritesOverRevision()
  @RecordsLieUnder('/api/v1/commitments')
  @ApiOperation({ summary: 'Cancel, waive or close a commitment by a decision' })
  @ApiOkResponse({ type: CommitmentRecordResponse })
  async settle(
    @RecordId() commitmentId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() request: SettleCommitmentRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<CommitmentRecordResponse> {
    const { outcome, reason, on, sourceId = null, locator = null, fileId = null } = request;
    await this.settleCommitment.execute({
      ...{ commitmentId, expectedRevision, outcome, reason, sourceId, locator, fileId },
      on: on ? parseCalendarDate(on) : null,
      actor: accountActor(caller.accountId),
    });
    return commitmentRecord(await this.describeCommitment.execute(commitmentId), language);
  }

  @Post(':decisionId/withdrawal')
  @HttpCode(200)
  @RequirePermission('commitment.settle')
  @WritesOverRevision()
  @RecordsLieUnder('/api/v1/commitments')
  @ApiOperation({ summary: 'Withdraw a decision about a commitment, with a reason' })
  @ApiOkResponse({ type: CommitmentRecordResponse })
  async withdraw(
    @RecordId() commitmentId: string,
    @RecordId('decisionId') decisionId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { reason }: DecisionWithdrawalRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<CommitmentRecordResponse> {
    const actor = accountActor(caller.accountId);
    await this.withdrawDecision.execute({ commitmentId, decisionId, expectedRevision, reason, actor });
    return commitmentRecord(await this.describeCommitment.execute(commitmentId), language);
  }
}

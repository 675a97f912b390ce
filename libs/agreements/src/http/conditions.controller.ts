import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountActor } from '@app/kernel';
import {
  type Caller,
  ChangesRecord,
  ExpectedRevision,
  PageQuery,
  RecordId,
  RequirePermission,
  SignedIn,
  pageOf,
  textOf,
} from '@app/platform';
import { DecideCondition } from '../use-cases/decide-condition';
import { ListConditions } from '../use-cases/list-conditions';
import { RecordCondition } from '../use-cases/record-condition';
import { conditionView, dayOf } from './legal-life-view';
import { DecideConditionRequest, RecordConditionRequest } from './legal-life.request';
import { ConditionPageResponse, ConditionResponse } from './legal-life.response';

@ApiTags('legal life')
@Controller('agreements/:id/conditions')
export class ConditionsController {
  constructor(
    private readonly listConditions: ListConditions,
    private readonly recordCondition: RecordCondition,
    private readonly decideCondition: DecideCondition,
  ) {}

  @Get()
  @RequirePermission('legal_step.read')
  @ApiOperation({ summary: 'The conditions precedent of an agreement' })
  @ApiOkResponse({ type: ConditionPageResponse })
  async list(@RecordId() id: string, @Query() query: PageQuery): Promise<ConditionPageResponse> {
    const page = await this.listConditions.execute(id, pageOf(query));
    return { ...page, items: page.items.map(conditionView) };
  }

  @Post()
  @RequirePermission('condition.record')
  @ChangesRecord('agreement')
  @ApiOperation({ summary: 'Record a condition precedent' })
  @ApiCreatedResponse({ type: ConditionResponse })
  async record(
    @RecordId() agreementId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { text, due }: RecordConditionRequest,
    @SignedIn() caller: Caller,
  ): Promise<ConditionResponse> {
    const id = await this.recordCondition.execute({
      agreementId,
      expectedRevision,
      text: textOf(text),
      due: due?.stated ?? null,
      actor: accountActor(caller.accountId),
    });
    return conditionView(await this.listConditions.find(agreementId, id));
  }

  @Post(':conditionId/decisions')
  @HttpCode(200)
  @RequirePermission('condition.decide')
  @ChangesRecord('agreement')
  @ApiOperation({ summary: 'Tick or waive a condition precedent, or open it again' })
  @ApiOkResponse({ type: ConditionResponse })
  async decide(
    @RecordId() agreementId: string,
    @RecordId('conditionId') conditionId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { action, reason = null, on, sourceId = null }: DecideConditionRequest,
    @SignedIn() caller: Caller,
  ): Promise<ConditionResponse> {
    await this.decideCondition.execute({
      agreementId,
      conditionId,
      expectedRevision,
      action,
      reason,
      on: dayOf(on),
      sourceId,
      actor: accountActor(caller.accountId),
    });
    return conditionView(await this.listConditions.find(agreementId, conditionId));
  }
}

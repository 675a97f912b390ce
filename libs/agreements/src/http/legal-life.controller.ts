import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language, accountActor } from '@app/kernel';
import {
  type Caller,
  ChangesRecord,
  ExpectedRevision,
  PageQuery,
  RecordId,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  pageOf,
} from '@app/platform';
import { AgreeToReopening } from '../use-cases/agree-to-reopening';
import { FindAgreement } from '../use-cases/find-agreement';
import { ListLegalSteps } from '../use-cases/list-legal-steps';
import { PreviewLegalStep } from '../use-cases/preview-legal-step';
import { PublishAgreement } from '../use-cases/publish-agreement';
import { TakeLegalStep } from '../use-cases/take-legal-step';
import { agreementRecord } from './agreement-view';
import { AgreementResponse } from './agreement.response';
import { legalStepView, wantedStep } from './legal-life-view';
import { LegalStepRequest, PublicationRequest, ReopeningConsentRequest } from './legal-life.request';
import { LegalStepPageResponse, StepPreviewResponse } from './legal-life.response';

@ApiTags('legal life')
@Controller('agreements/:id')
export class LegalLifeController {
  constructor(
    private readonly findAgreement: FindAgreement,
    private readonly listLegalSteps: ListLegalSteps,
    private readonly takeLegalStep: TakeLegalStep,
    private readonly previewLegalStep: PreviewLegalStep,
    private readonly agreeToReopening: AgreeToReopening,
    private readonly publishAgreement: PublishAgreement,
  ) {}

  @Get('steps')
  @RequirePermission('legal_step.read')
  @ApiOperation({ summary: 'The legal steps of an agreement, the latest first' })
  @ApiOkResponse({ type: LegalStepPageResponse })
  async list(@RecordId() id: string, @Query() query: PageQuery): Promise<LegalStepPageResponse> {
    const page = await this.listLegalSteps.execute(id, pageOf(query));
    return { ...page, items: page.items.map(legalStepView) };
  }

  @Post('transitions')
  @HttpCode(200)
  @RequirePermission('agreement.act')
  @ChangesRecord('agreement')
  @ApiOperation({ summary: 'Take a step in the legal life of an agreement' })
  @ApiOkResponse({ type: AgreementResponse })
  async take(
    @RecordId() agreementId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() request: LegalStepRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<AgreementResponse> {
    const actor = accountActor(caller.accountId);
    await this.takeLegalStep.execute({ ...wantedStep(request), agreementId, expectedRevision, actor });
    return this.show(agreementId, caller, language);
  }

  @Post('transitions/preview')
  @HttpCode(200)
  @RequirePermission('agreement.act')
  @ChangesRecord('agreement')
  @ApiOperation({ summary: 'What a step would change, without taking it' })
  @ApiOkResponse({ type: StepPreviewResponse })
  async preview(
    @RecordId() agreementId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() request: LegalStepRequest,
    @SignedIn() caller: Caller,
  ): Promise<StepPreviewResponse> {
    const actor = accountActor(caller.accountId);
    const step = { ...wantedStep(request), agreementId, expectedRevision, actor };
    return { effects: [...(await this.previewLegalStep.execute(step))] };
  }

  @Post('reopening-consents')
  @HttpCode(200)
  @RequirePermission('agreement.reopen')
  @ChangesRecord('agreement')
  @ApiOperation({ summary: 'Agree that another director reopens an agreement that ended long ago' })
  @ApiOkResponse({ type: AgreementResponse })
  async agree(
    @RecordId() agreementId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { reason }: ReopeningConsentRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<AgreementResponse> {
    const actor = accountActor(caller.accountId);
    await this.agreeToReopening.execute({ agreementId, expectedRevision, reason, actor });
    return this.show(agreementId, caller, language);
  }

  @Post('publication')
  @HttpCode(200)
  @RequirePermission('agreement.publish')
  @ChangesRecord('agreement')
  @ApiOperation({ summary: 'Publish an agreement, or take it back from the public' })
  @ApiOkResponse({ type: AgreementResponse })
  async publish(
    @RecordId() agreementId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { action, reason }: PublicationRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<AgreementResponse> {
    const actor = accountActor(caller.accountId);
    await this.publishAgreement.execute({ agreementId, expectedRevision, action, reason, actor });
    return this.show(agreementId, caller, language);
  }

  private async show(id: string, caller: Caller, language: Language): Promise<AgreementResponse> {
    return agreementRecord(await this.findAgreement.execute(id, accountActor(caller.accountId)), language);
  }
}

import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language, accountActor, calendarDate } from '@app/kernel';
import {
  type Caller,
  ChangesRecord,
  ExpectedRevision,
  RecordId,
  RecordsLieUnder,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  WritesOverRevision,
} from '@app/platform';
import { ActOnDraft } from '../use-cases/act-on-draft';
import { FindAgreement } from '../use-cases/find-agreement';
import { FindDraft } from '../use-cases/find-draft';
import { GrantOverride } from '../use-cases/grant-override';
import { OpenDraft } from '../use-cases/open-draft';
import { PreviewDraft } from '../use-cases/preview-draft';
import { SaveDraft } from '../use-cases/save-draft';
import { agreementRecord } from './agreement-view';
import { AgreementResponse } from './agreement.response';
import { documentOf } from './document-of';
import { amendmentOf, gapsOf } from './draft-request';
import { draftRecord } from './draft-view';
import {
  DraftTransitionRequest,
  GrantOverrideRequest,
  OpenDraftRequest,
  SaveDraftRequest,
} from './draft.request';
import { DraftResponse } from './draft.response';
import { StepPreviewResponse } from './legal-life.response';

@ApiTags('versions')
@Controller('agreements/:id/draft')
export class DraftsController {
  constructor(
    private readonly findAgreement: FindAgreement,
    private readonly findDraft: FindDraft,
    private readonly openDraft: OpenDraft,
    private readonly saveDraft: SaveDraft,
    private readonly previewDraft: PreviewDraft,
    private readonly actOnDraft: ActOnDraft,
    private readonly grantOverride: GrantOverride,
  ) {}

  @Get()
  @RequirePermission('version.read')
  @ApiOperation({ summary: 'The open draft, what it changes, and what may be done with it' })
  @ApiOkResponse({ type: DraftResponse })
  async show(
    @RecordId() id: string,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<DraftResponse> {
    return draftRecord(await this.findDraft.execute(id, accountActor(caller.accountId)), language);
  }

  @Post()
  @RequirePermission('version.draft')
  @ChangesRecord('agreement')
  @RecordsLieUnder('/api/v1/agreements')
  @ApiOperation({ summary: 'Open a draft on the current version' })
  @ApiCreatedResponse({ type: DraftResponse })
  async open(
    @RecordId() id: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { kind, reason = null }: OpenDraftRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<DraftResponse> {
    const actor = accountActor(caller.accountId);
    await this.openDraft.execute({ agreementId: id, expectedRevision, kind, reason, actor });
    return this.show(id, caller, language);
  }

  @Put()
  @RequirePermission('version.draft')
  @WritesOverRevision()
  @ApiOperation({
    summary: 'Save the draft; 409 `draft_conflict` with both documents when somebody else saved meanwhile',
  })
  @ApiOkResponse({ type: DraftResponse })
  async save(
    @RecordId() id: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() request: SaveDraftRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<DraftResponse> {
    await this.saveDraft.execute({
      agreementId: id,
      expectedRevision,
      document: documentOf(request),
      reason: request.reason,
      amendment: amendmentOf(request.amendment),
      actor: accountActor(caller.accountId),
    });
    return this.show(id, caller, language);
  }

  @Get('preview')
  @RequirePermission('version.read')
  @ApiOperation({ summary: 'What would change if the draft became current now' })
  @ApiOkResponse({ type: StepPreviewResponse })
  async preview(@RecordId() id: string, @SignedIn() caller: Caller): Promise<StepPreviewResponse> {
    return { effects: [...(await this.previewDraft.execute(id, accountActor(caller.accountId)))] };
  }

  @Post('transitions')
  @HttpCode(200)
  @RequirePermission('version.act')
  @ChangesRecord('agreement')
  @RecordsLieUnder('/api/v1/agreements')
  @ApiOperation({ summary: 'Submit, return, withdraw, verify or approve the draft' })
  @ApiOkResponse({ type: AgreementResponse })
  async act(
    @RecordId() id: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { action, reason = null, on, acknowledgeGaps }: DraftTransitionRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<AgreementResponse> {
    const actor = accountActor(caller.accountId);
    await this.actOnDraft.execute({
      ...{ agreementId: id, expectedRevision, action, reason, actor },
      on: on ? calendarDate(on) : null,
      acknowledgeGaps: gapsOf(acknowledgeGaps),
    });
    return agreementRecord(await this.findAgreement.execute(id, actor), language);
  }

  @Post('overrides')
  @RequirePermission('version.override')
  @ChangesRecord('agreement')
  @RecordsLieUnder('/api/v1/agreements')
  @ApiOperation({ summary: 'Let another director decide on their own draft, in exactly the state it is in' })
  @ApiCreatedResponse({ type: DraftResponse })
  async override(
    @RecordId() id: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { action, reason }: GrantOverrideRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<DraftResponse> {
    const actor = accountActor(caller.accountId);
    await this.grantOverride.execute({ agreementId: id, expectedRevision, action, reason, actor });
    return this.show(id, caller, language);
  }
}

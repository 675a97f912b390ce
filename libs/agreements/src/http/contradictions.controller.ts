import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language, accountActor } from '@app/kernel';
import {
  type Caller,
  ChangesRecord,
  ExpectedRevision,
  RecordId,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  pageOf,
} from '@app/platform';
import { DecideContradiction } from '../use-cases/decide-contradiction';
import { ListCitations } from '../use-cases/list-citations';
import { ListContradictions } from '../use-cases/list-contradictions';
import { OfferUpkeep } from '../use-cases/offer-upkeep';
import {
  citationsView,
  contradictionPageView,
  contradictionView,
  contradictionsOfAgreementView,
} from './contradiction-view';
import {
  AgreementContradictionsQuery,
  ContradictionsQuery,
  DecideContradictionRequest,
  WithdrawalRequest,
} from './contradiction.request';
import {
  CitationsOfAgreementResponse,
  ContradictionPageResponse,
  ContradictionResponse,
  ContradictionsOfAgreementPageResponse,
} from './contradiction.response';

@ApiTags('sources that disagree')
@Controller()
export class ContradictionsController {
  constructor(
    private readonly listContradictions: ListContradictions,
    private readonly listCitations: ListCitations,
    private readonly decideContradiction: DecideContradiction,
    private readonly offerUpkeep: OfferUpkeep,
  ) {}

  @Get('contradictions')
  @RequirePermission('contradiction.read')
  @ApiOperation({ summary: 'Where sources disagree, the oldest first' })
  @ApiOkResponse({ type: ContradictionPageResponse })
  async list(@Query() query: ContradictionsQuery): Promise<ContradictionPageResponse> {
    const { state = null, field = null, agreement: agreementId = null } = query;
    return contradictionPageView(
      await this.listContradictions.execute({ state, field, agreementId }, pageOf(query)),
    );
  }

  @Get('agreements/:id/citations')
  @RequirePermission('agreement.read')
  @ApiOperation({ summary: 'What was published on an agreement, and what is also reported' })
  @ApiOkResponse({ type: CitationsOfAgreementResponse })
  async citations(@RecordId() id: string): Promise<CitationsOfAgreementResponse> {
    return citationsView(await this.listCitations.execute(id));
  }

  @Get('agreements/:id/contradictions')
  @RequirePermission('contradiction.read')
  @ApiOperation({ summary: 'Where the sources of one agreement disagree' })
  @ApiOkResponse({ type: ContradictionsOfAgreementPageResponse })
  async ofAgreement(
    @RecordId() id: string,
    @Query() query: AgreementContradictionsQuery,
    @SpokenLanguage() language: Language,
  ): Promise<ContradictionsOfAgreementPageResponse> {
    const { state = null, field = null } = query;
    const page = await this.listContradictions.ofAgreement(id, { state, field }, pageOf(query));
    return contradictionsOfAgreementView(page, await this.offerUpkeep.ofContradictions(id), language);
  }

  @Post('agreements/:id/contradictions/decisions')
  @HttpCode(200)
  @RequirePermission('contradiction.decide')
  @ChangesRecord('agreement')
  @ApiOperation({ summary: 'Decide which source is followed; no figure moves by it' })
  @ApiOkResponse({ type: ContradictionResponse })
  async decide(
    @RecordId() agreementId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() request: DecideContradictionRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<ContradictionResponse> {
    const { subject, subjectId = null, field, adopt = null, reason, replaces = null } = request;
    return contradictionView(
      await this.decideContradiction.execute({
        ...{ agreementId, expectedRevision, subject, subjectId, field },
        ...{ citationId: adopt, reason, replaces, actor: accountActor(accountId) },
      }),
    );
  }

  @Post('agreements/:id/contradictions/decisions/:decisionId/withdrawal')
  @HttpCode(200)
  @RequirePermission('contradiction.decide')
  @ChangesRecord('agreement')
  @ApiOperation({ summary: 'Take such a decision back, which opens the contradiction again' })
  @ApiOkResponse({ type: ContradictionResponse })
  async withdraw(
    @RecordId() agreementId: string,
    @RecordId('decisionId') decisionId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { reason }: WithdrawalRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<ContradictionResponse> {
    const actor = accountActor(accountId);
    return contradictionView(
      await this.decideContradiction.withdraw(agreementId, decisionId, { expectedRevision, reason, actor }),
    );
  }
}

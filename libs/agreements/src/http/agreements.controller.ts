import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type CalendarDate, type Language, accountActor } from '@app/kernel';
import {
  type Caller,
  type Page,
  AsOfQuery,
  ChangesRecord,
  ExpectedRevision,
  HistoryEntryResponse,
  HistoryPageResponse,
  PageQuery,
  RecordHistory,
  RecordId,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  asOfView,
  optionalTextOf,
  pageOf,
  textOf,
} from '@app/platform';
import { AnnotateAgreement } from '../use-cases/annotate-agreement';
import { CountAgreements } from '../use-cases/count-agreements';
import { FindAgreement } from '../use-cases/find-agreement';
import { ListAgreements } from '../use-cases/list-agreements';
import { DraftAgreement } from '../use-cases/draft-agreement';
import { agreementRecord, listedAgreement } from './agreement-view';
import {
  AgreementFilterQuery,
  AnnotateAgreementRequest,
  ListAgreementsQuery,
  LogAgreementRequest,
} from './agreement.request';
import { AgreementFacetsResponse } from './agreement-facets.response';
import { AgreementPageResponse, AgreementResponse } from './agreement.response';
import { documentOf } from './document-of';

/** What no version holds. */
const OF_TODAY = ['names', 'published', 'owner', 'tags', 'revision'];

@ApiTags('agreements')
@Controller('agreements')
export class AgreementsController {
  constructor(
    private readonly listAgreements: ListAgreements,
    private readonly countAgreements: CountAgreements,
    private readonly findAgreement: FindAgreement,
    private readonly draftAgreement: DraftAgreement,
    private readonly annotateAgreement: AnnotateAgreement,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('agreement.read')
  @ApiOperation({ summary: 'Agreements' })
  @ApiOkResponse({ type: AgreementPageResponse })
  async list(
    @Query() query: ListAgreementsQuery,
    @SpokenLanguage() language: Language,
  ): Promise<AgreementPageResponse> {
    const { asOf = null, sort } = query;
    const day = asOf as CalendarDate | null;
    const order = { sort: sort ?? 'recorded', language };
    const page = await this.listAgreements.execute(query, order, pageOf(query), day);
    return { ...page, items: page.items.map(listedAgreement), ...asOfView(asOf, OF_TODAY) };
  }

  @Get('facets')
  @RequirePermission('agreement.read')
  @ApiOperation({
    summary:
      'How many agreements have each value that the list can be narrowed to, each facet without its own filter',
  })
  @ApiOkResponse({ type: AgreementFacetsResponse })
  async facets(@Query() query: AgreementFilterQuery): Promise<AgreementFacetsResponse> {
    const { asOf = null } = query;
    const counted = await this.countAgreements.execute(query, asOf as CalendarDate | null);
    return { ...counted, ...asOfView(asOf, OF_TODAY) };
  }

  @Get(':id')
  @RequirePermission('agreement.read')
  @ApiOperation({ summary: 'One agreement with everything its page shows' })
  @ApiOkResponse({ type: AgreementResponse })
  async show(
    @RecordId() id: string,
    @Query() { asOf }: AsOfQuery,
    @SignedIn() { accountId }: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<AgreementResponse> {
    if (!asOf) return this.current(id, accountId, language);
    const found = await this.findAgreement.asOf(id, asOf as CalendarDate, accountActor(accountId));
    return { ...agreementRecord(found, language), ...asOfView(asOf, OF_TODAY) };
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this agreement, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('agreement', await this.findAgreement.record(id), pageOf(query));
  }

  @Post()
  @RequirePermission('agreement.log')
  @ApiOperation({ summary: 'Draft an agreement; it is in the register once its first version is approved' })
  @ApiCreatedResponse({ type: AgreementResponse })
  async draft(
    @Body() request: LogAgreementRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<AgreementResponse> {
    const id = await this.draftAgreement.execute({
      document: documentOf(request),
      ownerPositionId: request.ownerPositionId ?? null,
      tags: request.tags ?? [],
      reason: request.reason ?? null,
      actor: accountActor(caller.accountId),
    });
    return this.current(id, caller.accountId, language);
  }

  @Patch(':id')
  @RequirePermission('agreement.annotate')
  @ChangesRecord('agreement')
  @ApiOperation({ summary: 'Change title, summary, owner or tags' })
  @ApiOkResponse({ type: AgreementResponse })
  async annotate(
    @RecordId() id: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { title, summary, ownerPositionId, tags }: AnnotateAgreementRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<AgreementResponse> {
    await this.annotateAgreement.execute(
      id,
      expectedRevision,
      {
        ...(title ? { title: textOf(title) } : {}),
        ...(summary === undefined ? {} : { summary: optionalTextOf(summary) }),
        ...(ownerPositionId ? { ownerPositionId } : {}),
        ...(tags ? { tags } : {}),
      },
      accountActor(caller.accountId),
    );
    return this.current(id, caller.accountId, language);
  }

  private async current(id: string, accountId: string, language: Language): Promise<AgreementResponse> {
    return agreementRecord(await this.findAgreement.execute(id, accountActor(accountId)), language);
  }
}

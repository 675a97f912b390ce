import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language, accountActor } from '@app/kernel';
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
  SpokenLanguage,
  pageOf,
} from '@app/platform';
import { CorrectOrganisation } from '../use-cases/correct-organisation';
import { FindOrganisation } from '../use-cases/find-organisation';
import { ListOrganisations } from '../use-cases/list-organisations';
import { RecordOrganisation } from '../use-cases/record-organisation';
import { organisationPageView, organisationView, recordedOrganisationView } from './organisation-view';
import {
  OrganisationCorrectionRequest,
  OrganisationRequest,
  OrganisationsQuery,
} from './organisations.request';
import {
  OrganisationPageResponse,
  OrganisationResponse,
  RecordedOrganisationResponse,
} from './organisations.response';

@ApiTags('organisations')
@Controller('organisations')
export class OrganisationsController {
  constructor(
    private readonly listOrganisations: ListOrganisations,
    private readonly findOrganisation: FindOrganisation,
    private readonly recordOrganisation: RecordOrganisation,
    private readonly correctOrganisation: CorrectOrganisation,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('organisation.read')
  @ApiOperation({ summary: 'Organisations by name' })
  @ApiOkResponse({ type: OrganisationPageResponse })
  async list(
    @Query() query: OrganisationsQuery,
    @SpokenLanguage() language: Language,
  ): Promise<OrganisationPageResponse> {
    return organisationPageView(await this.listOrganisations.execute(query, pageOf(query)), language);
  }

  @Get(':id')
  @RequirePermission('organisation.read')
  @ApiOperation({ summary: 'One organisation' })
  @ApiOkResponse({ type: OrganisationResponse })
  async show(@RecordId() id: string, @SpokenLanguage() language: Language): Promise<OrganisationResponse> {
    return organisationView(await this.findOrganisation.execute(id), language);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this organisation, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('organisation', await this.findOrganisation.execute(id), pageOf(query));
  }

  @Post()
  @RequirePermission('organisation.record')
  @ApiOperation({ summary: 'Record an organisation' })
  @ApiCreatedResponse({ type: RecordedOrganisationResponse })
  async record(
    @Body() body: OrganisationRequest,
    @SignedIn() { accountId }: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<RecordedOrganisationResponse> {
    return recordedOrganisationView(
      await this.recordOrganisation.execute(body, accountActor(accountId)),
      language,
    );
  }

  @Patch(':id')
  @RequirePermission('organisation.correct')
  @ChangesRecord('organisation')
  @ApiOperation({ summary: 'Correct an organisation' })
  @ApiOkResponse({ type: OrganisationResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: OrganisationCorrectionRequest,
    @SignedIn() { accountId }: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<OrganisationResponse> {
    return organisationView(
      await this.correctOrganisation.execute({ id, revision }, body, accountActor(accountId)),
      language,
    );
  }
}

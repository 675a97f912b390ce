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
} from '@app/platform';
import { MergeOrganisations } from '../use-cases/merge-organisations';
import { PreviewOrganisationMerge } from '../use-cases/preview-merge';
import { SeparateOrganisation } from '../use-cases/separate-organisation';
import { organisationMergePreviewView } from './merge-view';
import { MergePreviewQuery, OrganisationMergeRequest, SeparationRequest } from './merges.request';
import { OrganisationMergePreviewResponse } from './merges.response';
import { organisationView } from './organisation-view';
import { OrganisationResponse } from './organisations.response';

@ApiTags('organisations')
@Controller('organisations/:id')
export class OrganisationMergesController {
  constructor(
    private readonly previewMerge: PreviewOrganisationMerge,
    private readonly mergeOrganisations: MergeOrganisations,
    private readonly separateOrganisation: SeparateOrganisation,
  ) {}

  @Get('merge-preview')
  @RequirePermission('organisation.merge')
  @ApiOperation({ summary: 'What merging this organisation into another would come to' })
  @ApiOkResponse({ type: OrganisationMergePreviewResponse })
  async preview(
    @RecordId() id: string,
    @Query() { into }: MergePreviewQuery,
    @SpokenLanguage() language: Language,
  ): Promise<OrganisationMergePreviewResponse> {
    return organisationMergePreviewView(await this.previewMerge.execute(id, into), language);
  }

  @Post('merge')
  @HttpCode(200)
  @RequirePermission('organisation.merge')
  @ChangesRecord('organisation')
  @ApiOperation({ summary: 'Merge this organisation into another, which stays; it leads to it from then on' })
  @ApiOkResponse({ type: OrganisationResponse })
  async merge(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() { intoId, intoRevision, choices, reason }: OrganisationMergeRequest,
    @SignedIn() { accountId }: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<OrganisationResponse> {
    const merge = {
      gone: { id, revision },
      kept: { id: intoId, revision: intoRevision },
      choices: choices ?? {},
      reason,
    };
    const gone = await this.mergeOrganisations.execute(merge, accountActor(accountId));
    return organisationView(gone, language);
  }

  @Post('separation')
  @HttpCode(200)
  @RequirePermission('organisation.merge')
  @ChangesRecord('organisation')
  @ApiOperation({ summary: 'Undo the merge of this organisation: both are again what they were' })
  @ApiOkResponse({ type: OrganisationResponse })
  async separate(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() { reason }: SeparationRequest,
    @SignedIn() { accountId }: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<OrganisationResponse> {
    const separated = await this.separateOrganisation.execute(
      { id, revision },
      reason,
      accountActor(accountId),
    );
    return organisationView(separated, language);
  }
}

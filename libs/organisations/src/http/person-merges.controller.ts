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
import type { Person } from '../domain/person';
import { MergePersons } from '../use-cases/merge-persons';
import { type PersonMergePreview, PreviewPersonMerge } from '../use-cases/preview-person-merge';
import { SeparatePerson } from '../use-cases/separate-person';
import { mergePreviewView } from './merge-view';
import { MergePreviewQuery, MergeRequest, SeparationRequest } from './merges.request';
import { MergePreviewResponse, PersonMergePreviewResponse } from './merges.response';
import { PersonResponse } from './persons.response';

@ApiTags('persons')
@Controller('persons/:id')
export class PersonMergesController {
  constructor(
    private readonly previewMerge: PreviewPersonMerge,
    private readonly mergePersons: MergePersons,
    private readonly separatePerson: SeparatePerson,
  ) {}

  @Get('merge-preview')
  @RequirePermission('person.merge')
  @ApiOperation({ summary: 'What merging this person into another record would come to' })
  @ApiOkResponse({ type: PersonMergePreviewResponse })
  async preview(
    @RecordId() id: string,
    @Query() { into }: MergePreviewQuery,
    @SpokenLanguage() language: Language,
  ): Promise<MergePreviewResponse & Pick<PersonMergePreview, 'gone' | 'kept'>> {
    const preview = await this.previewMerge.execute(id, into);
    return { ...mergePreviewView(preview, language), gone: preview.gone, kept: preview.kept };
  }

  @Post('merge')
  @HttpCode(200)
  @RequirePermission('person.merge')
  @ChangesRecord('person')
  @ApiOperation({
    summary: 'Merge this record of a person into another, which stays; it leads to it from then on',
  })
  @ApiOkResponse({ type: PersonResponse })
  async merge(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() { intoId, intoRevision, reason }: MergeRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<Person> {
    const merge = { gone: { id, revision }, kept: { id: intoId, revision: intoRevision }, reason };
    return this.mergePersons.execute(merge, accountActor(accountId));
  }

  @Post('separation')
  @HttpCode(200)
  @RequirePermission('person.merge')
  @ChangesRecord('person')
  @ApiOperation({ summary: 'Undo the merge of this record of a person: both are again what they were' })
  @ApiOkResponse({ type: PersonResponse })
  async separate(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() { reason }: SeparationRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<Person> {
    return this.separatePerson.execute({ id, revision }, reason, accountActor(accountId));
  }
}

import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { LANGUAGES, type Language, type LocalizedText, accountActor } from '@app/kernel';
import {
  type Caller,
  PageQuery,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  pageOf,
  spokenSentence,
} from '@app/platform';
import { ReadWorkLists } from '../use-cases/read-work-lists';
import { WorkItemPageResponse, WorkListsResponse } from './work-list.response';

@ApiTags('work lists')
@Controller('work-lists')
export class WorkListsController {
  constructor(private readonly readWorkLists: ReadWorkLists) {}

  @Get()
  @RequirePermission('work_list.read')
  @ApiOperation({ summary: 'What waits for the caller: how much, and since when' })
  @ApiOkResponse({ type: WorkListsResponse })
  async list(@SignedIn() { accountId }: Caller): Promise<WorkListsResponse> {
    const lists = await this.readWorkLists.counts(accountActor(accountId));
    return {
      items: lists.map((list) => ({
        ...list,
        names: inEveryLanguage(`work_list.${list.code}`),
        tasks: inEveryLanguage(`work_list_task.${list.code}`),
      })),
    };
  }

  @Get(':code')
  @RequirePermission('work_list.read')
  @ApiOperation({ summary: 'What one list holds, the oldest first' })
  @ApiParam({ name: 'code', type: String, description: 'One of the codes that `GET /work-lists` answers' })
  @ApiOkResponse({ type: WorkItemPageResponse })
  async show(
    @Param('code') code: string,
    @Query() query: PageQuery,
    @SignedIn() { accountId }: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<WorkItemPageResponse> {
    const page = await this.readWorkLists.items(code, accountActor(accountId), pageOf(query));
    const task = spokenSentence(`work_list_task.${code}`, language);
    return {
      ...page,
      items: page.items.map(({ agreementId, reference, title, ...item }) => ({
        ...item,
        agreement: { id: agreementId, reference, title },
        task,
      })),
    };
  }
}

function inEveryLanguage(code: string): LocalizedText {
  const spoken = LANGUAGES.map((language) => [language, spokenSentence(code, language)] as const);
  return Object.fromEntries(spoken) as Record<Language, string>;
}

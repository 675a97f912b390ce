import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { accountActor } from '@app/kernel';
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
  pageOf,
} from '@app/platform';
import type { Person } from '../domain/person';
import { CorrectPerson } from '../use-cases/correct-person';
import { FindPerson } from '../use-cases/find-person';
import { ListPersons } from '../use-cases/list-persons';
import { RecordPerson } from '../use-cases/record-person';
import { PersonCorrectionRequest, PersonRequest, PersonsQuery } from './persons.request';
import { PersonPageResponse, PersonResponse } from './persons.response';

@ApiTags('persons')
@Controller('persons')
export class PersonsController {
  constructor(
    private readonly listPersons: ListPersons,
    private readonly findPerson: FindPerson,
    private readonly recordPerson: RecordPerson,
    private readonly correctPerson: CorrectPerson,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('person.read')
  @ApiOperation({ summary: 'Persons in the order of recording' })
  @ApiOkResponse({ type: PersonPageResponse })
  async list(@Query() query: PersonsQuery): Promise<Page<Person>> {
    return this.listPersons.execute(query.q, pageOf(query));
  }

  @Get(':id')
  @RequirePermission('person.read')
  @ApiOperation({ summary: 'One person' })
  @ApiOkResponse({ type: PersonResponse })
  async show(@RecordId() id: string): Promise<Person> {
    return this.findPerson.execute(id);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this person, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('person', await this.findPerson.execute(id), pageOf(query));
  }

  @Post()
  @RequirePermission('person.record')
  @ApiOperation({ summary: 'Record a person' })
  @ApiCreatedResponse({ type: PersonResponse })
  async record(@Body() body: PersonRequest, @SignedIn() caller: Caller): Promise<Person> {
    return this.recordPerson.execute(body, accountActor(caller.accountId));
  }

  @Patch(':id')
  @RequirePermission('person.correct')
  @ChangesRecord('person')
  @ApiOperation({ summary: 'Correct a person' })
  @ApiOkResponse({ type: PersonResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: PersonCorrectionRequest,
    @SignedIn() caller: Caller,
  ): Promise<Person> {
    return this.correctPerson.execute({ id, revision }, body, accountActor(caller.accountId));
  }
}

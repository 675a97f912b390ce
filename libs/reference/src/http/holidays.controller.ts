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
import { AnnounceHoliday } from '../use-cases/announce-holiday';
import { CorrectHoliday } from '../use-cases/correct-holiday';
import { FindHoliday } from '../use-cases/find-holiday';
import { ListHolidays } from '../use-cases/list-holidays';
import { HolidayAnnouncementRequest, HolidayCorrectionRequest } from './holidays.request';
import { HolidayPageResponse, HolidayResponse } from './holidays.response';

@ApiTags('reference')
@Controller('holidays')
export class HolidaysController {
  constructor(
    private readonly listHolidays: ListHolidays,
    private readonly findHoliday: FindHoliday,
    private readonly announceHoliday: AnnounceHoliday,
    private readonly correctHoliday: CorrectHoliday,
    private readonly recordHistory: RecordHistory,
  ) {}

  @Get()
  @RequirePermission('reference.read')
  @ApiOperation({ summary: 'Feasts, then the fixed days through the year, then the days of each year' })
  @ApiOkResponse({ type: HolidayPageResponse })
  async list(@Query() query: PageQuery): Promise<Page<HolidayResponse>> {
    return this.listHolidays.execute(pageOf(query));
  }

  @Get(':id')
  @RequirePermission('reference.read')
  @ApiOperation({ summary: 'One holiday' })
  @ApiOkResponse({ type: HolidayResponse })
  async show(@RecordId() id: string): Promise<HolidayResponse> {
    return this.findHoliday.execute(id);
  }

  @Get(':id/history')
  @RequirePermission('history.read')
  @ApiOperation({ summary: 'What was done to this holiday, the latest first' })
  @ApiOkResponse({ type: HistoryPageResponse })
  async history(@RecordId() id: string, @Query() query: PageQuery): Promise<Page<HistoryEntryResponse>> {
    return this.recordHistory.execute('holiday', await this.findHoliday.execute(id), pageOf(query));
  }

  @Post()
  @RequirePermission('reference.correct')
  @ApiOperation({ summary: 'Record days off announced for one year' })
  @ApiCreatedResponse({ type: HolidayResponse })
  async announce(
    @Body() body: HolidayAnnouncementRequest,
    @SignedIn() caller: Caller,
  ): Promise<HolidayResponse> {
    return this.announceHoliday.execute(body, accountActor(caller.accountId));
  }

  @Patch(':id')
  @RequirePermission('reference.correct')
  @ChangesRecord('holiday')
  @ApiOperation({ summary: "Correct a holiday; for a feast's estimated days, record their announcement" })
  @ApiOkResponse({ type: HolidayResponse })
  async correct(
    @RecordId() id: string,
    @ExpectedRevision() revision: number,
    @Body() body: HolidayCorrectionRequest,
    @SignedIn() caller: Caller,
  ): Promise<HolidayResponse> {
    return this.correctHoliday.execute({ id, revision }, body, accountActor(caller.accountId));
  }
}

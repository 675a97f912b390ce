import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { type CalendarDate, type Language, accountActor } from '@app/kernel';
import {
  type Caller,
  ChangesRecord,
  ExpectedRevision,
  MEDIA_TYPES,
  PageQuery,
  RecordId,
  RecordsLieUnder,
  RequirePermission,
  SentFile,
  type ServedFile,
  SignedIn,
  SpokenLanguage,
  TakesFile,
  type Upload,
  pageOf,
} from '@app/platform';
import { BeginReport } from '../use-cases/begin-report';
import { FindReports } from '../use-cases/find-reports';
import { HandleEvidence } from '../use-cases/handle-evidence';
import { SaveReport } from '../use-cases/save-report';
import { TakeReportStep } from '../use-cases/take-report-step';
import { reportPage, reportView, typedChanges } from './report-view';
import {
  BeginReportRequest,
  EvidenceForm,
  EvidenceRequest,
  ReportTransitionRequest,
  ReportsQuery,
  SaveReportRequest,
} from './report.request';
import { ReportPageResponse, ReportResponse } from './report.response';

@ApiTags('reports')
@Controller()
export class ReportsController {
  constructor(
    private readonly findReports: FindReports,
    private readonly beginReport: BeginReport,
    private readonly saveReport: SaveReport,
    private readonly takeStep: TakeReportStep,
    private readonly handleEvidence: HandleEvidence,
  ) {}

  @Get('reports')
  @RequirePermission('report.read')
  @ApiOperation({ summary: 'Reports on commitments; with how long each waits for a decision' })
  @ApiOkResponse({ type: ReportPageResponse })
  async list(@Query() query: ReportsQuery): Promise<ReportPageResponse> {
    const { state, agreement = null, commitment = null, order } = query;
    const question = { states: state ?? [], agreement, commitment, order: order ?? 'latest' };
    return reportPage(await this.findReports.list(question, pageOf(query)));
  }

  @Get('reports/:id')
  @RequirePermission('report.read')
  @ApiOperation({ summary: 'One report with its evidence, its receipt and its steps' })
  @ApiOkResponse({ type: ReportResponse })
  async show(
    @RecordId() id: string,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ReportResponse> {
    return reportView(await this.findReports.find(id, accountActor(caller.accountId)), language);
  }

  @Get('commitments/:id/reports')
  @RequirePermission('report.read')
  @ApiOperation({ summary: 'Reports on a commitment, the latest first' })
  @ApiOkResponse({ type: ReportPageResponse })
  async ofCommitment(@RecordId() id: string, @Query() query: PageQuery): Promise<ReportPageResponse> {
    return reportPage(await this.findReports.ofCommitment(id, pageOf(query)));
  }

  @Post('commitments/:id/reports')
  @RequirePermission('report.prepare')
  @RecordsLieUnder('/api/v1/reports')
  @ApiOperation({ summary: 'Begin a report, or the correction of one; what was accepted last is filled in' })
  @ApiCreatedResponse({ type: ReportResponse })
  async begin(
    @RecordId() commitmentId: string,
    @Body() { periodUntil = null, correctsId = null }: BeginReportRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ReportResponse> {
    const actor = accountActor(caller.accountId);
    const until = periodUntil as CalendarDate | null;
    const id = await this.beginReport.execute({ commitmentId, periodUntil: until, correctsId, actor });
    return this.show(id, caller, language);
  }

  @Patch('reports/:id')
  @RequirePermission('report.prepare')
  @ChangesRecord('report')
  @ApiOperation({ summary: 'Save a report as it is typed; a report that was asked for begins with it' })
  @ApiOkResponse({ type: ReportResponse })
  async save(
    @RecordId() reportId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() body: SaveReportRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ReportResponse> {
    const actor = accountActor(caller.accountId);
    await this.saveReport.execute({ reportId, expectedRevision, changes: typedChanges(body), actor });
    return this.show(reportId, caller, language);
  }

  @Post('reports/:id/transitions')
  @HttpCode(200)
  @RequirePermission('report.act')
  @ChangesRecord('report')
  @ApiOperation({ summary: 'Submit a report, decide about it, appeal, dispute' })
  @ApiOkResponse({ type: ReportResponse })
  async take(
    @RecordId() reportId: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { action, reason = null, acceptedValue = null }: ReportTransitionRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ReportResponse> {
    const actor = accountActor(caller.accountId);
    await this.takeStep.execute({ reportId, expectedRevision, action, reason, acceptedValue, actor });
    return this.show(reportId, caller, language);
  }

  @Post('reports/:id/evidence')
  @RequirePermission('report.act')
  @TakesFile(EvidenceForm)
  @RecordsLieUnder('/api/v1/reports')
  @ApiOperation({ summary: 'Add a file that supports a figure of a report' })
  @ApiCreatedResponse({ type: ReportResponse })
  async attach(
    @RecordId() reportId: string,
    @Body() { figure, kind, nominative, extract = null }: EvidenceRequest,
    @SentFile() { file, name }: Upload,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ReportResponse> {
    const actor = accountActor(caller.accountId);
    const about = { figure, kind, nominative: nominative === 'yes', extract };
    await this.handleEvidence.attach({ reportId, file, name, ...about, actor });
    return this.show(reportId, caller, language);
  }

  @Get('reports/:id/evidence/:evidenceId/content')
  @RequirePermission('report.read')
  @ApiOperation({
    summary: 'The file itself; reading it is noted, and one that names people opens to its verifier alone',
  })
  @ApiProduces(...Object.keys(MEDIA_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 304, description: 'The reader has it: If-None-Match names its SHA-256' })
  async content(
    @RecordId() id: string,
    @RecordId('evidenceId') evidenceId: string,
    @SignedIn() caller: Caller,
  ): Promise<ServedFile> {
    return this.handleEvidence.open(id, evidenceId, accountActor(caller.accountId));
  }

  @Delete('reports/:id/evidence/:evidenceId')
  @RequirePermission('report.prepare')
  @ApiOperation({ summary: 'Take a file back while the report is written' })
  @ApiOkResponse({ type: ReportResponse })
  async withdraw(
    @RecordId() id: string,
    @RecordId('evidenceId') evidenceId: string,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ReportResponse> {
    await this.handleEvidence.withdraw(id, evidenceId, accountActor(caller.accountId));
    return this.show(id, caller, language);
  }
}

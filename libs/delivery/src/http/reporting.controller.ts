import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language, accountActor } from '@app/kernel';
import {
  type Caller,
  ExpectedRevision,
  RecordId,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  WritesOverRevision,
} from '@app/platform';
import { ArrangeReporting } from '../use-cases/arrange-reporting';
import { FindReporting } from '../use-cases/find-reporting';
import { ArrangeReportingRequest, CloseReportingRequest } from './reporting.request';
import { ReportingPreviewResponse, ReportingResponse } from './reporting.response';
import { reportingRequest, reportingView } from './reporting-view';

@ApiTags('reporting')
@Controller('agreements/:id/reporting')
export class ReportingController {
  constructor(
    private readonly findReporting: FindReporting,
    private readonly arrangeReporting: ArrangeReporting,
  ) {}

  @Get()
  @RequirePermission('reporting.read')
  @ApiOperation({ summary: 'When an agreement reports, and what will be asked within a year' })
  @ApiOkResponse({ type: ReportingResponse })
  async show(@RecordId() id: string, @SpokenLanguage() language: Language): Promise<ReportingResponse> {
    return reportingView(await this.findReporting.execute(id), language);
  }

  @Put()
  @RequirePermission('reporting.open')
  @WritesOverRevision()
  @ApiOperation({ summary: 'Open reporting, or put another calendar in the place of the open one' })
  @ApiOkResponse({ type: ReportingResponse })
  async arrange(
    @RecordId() id: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() body: ArrangeReportingRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ReportingResponse> {
    const actor = accountActor(caller.accountId);
    await this.arrangeReporting.arrange(reportingRequest(body, { agreementId: id, expectedRevision, actor }));
    return this.show(id, language);
  }

  @Post('preview')
  @HttpCode(200)
  @RequirePermission('reporting.open')
  @WritesOverRevision()
  @ApiOperation({ summary: 'What a calendar would ask for within a year; nothing is written' })
  @ApiOkResponse({ type: ReportingPreviewResponse })
  async preview(
    @RecordId() id: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() body: ArrangeReportingRequest,
    @SignedIn() caller: Caller,
  ): Promise<ReportingPreviewResponse> {
    const actor = accountActor(caller.accountId);
    const request = reportingRequest(body, { agreementId: id, expectedRevision, actor });
    return { requests: await this.arrangeReporting.preview(request) };
  }

  @Post('closing')
  @HttpCode(200)
  @RequirePermission('reporting.open')
  @WritesOverRevision()
  @ApiOperation({ summary: 'Close reporting with a reason: nothing is asked for any more' })
  @ApiOkResponse({ type: ReportingResponse })
  async close(
    @RecordId() id: string,
    @ExpectedRevision() expectedRevision: number,
    @Body() { reason }: CloseReportingRequest,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ReportingResponse> {
    const actor = accountActor(caller.accountId);
    await this.arrangeReporting.close({ agreementId: id, expectedRevision, reason, actor });
    return this.show(id, language);
  }
}

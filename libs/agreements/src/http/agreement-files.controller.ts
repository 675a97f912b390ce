import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
} from '@nestjs/swagger';
import { accountActor } from '@app/kernel';
import {
  type Caller,
  MEDIA_TYPES,
  PageQuery,
  RecordId,
  RequirePermission,
  SentFile,
  type ServedFile,
  SignedIn,
  TakesFile,
  type Upload,
  pageOf,
} from '@app/platform';
import { FindAgreementFile } from '../use-cases/find-agreement-file';
import { OpenAgreementFile } from '../use-cases/open-agreement-file';
import { RecordAgreementFile } from '../use-cases/record-agreement-file';
import { WithdrawAgreementFile } from '../use-cases/withdraw-agreement-file';
import {
  AgreementFileForm,
  RecordAgreementFileRequest,
  WithdrawAgreementFileRequest,
} from './agreement-file.request';
import {
  AgreementFilePageResponse,
  AgreementFileResponse,
  agreementFileRecord,
} from './agreement-file.response';

@ApiTags('agreement files')
@Controller('agreements/:id/files')
export class AgreementFilesController {
  constructor(
    private readonly findFile: FindAgreementFile,
    private readonly openFile: OpenAgreementFile,
    private readonly recordFile: RecordAgreementFile,
    private readonly withdrawFile: WithdrawAgreementFile,
  ) {}

  @Get()
  @RequirePermission('agreement_file.read')
  @ApiOperation({ summary: 'Files of an agreement, in the order in which they were recorded' })
  @ApiOkResponse({ type: AgreementFilePageResponse })
  async list(@RecordId() id: string, @Query() query: PageQuery): Promise<AgreementFilePageResponse> {
    const page = await this.findFile.list(id, pageOf(query));
    return { ...page, items: page.items.map(agreementFileRecord) };
  }

  @Get(':fileId')
  @RequirePermission('agreement_file.read')
  @ApiOperation({ summary: 'What is known of one file' })
  @ApiOkResponse({ type: AgreementFileResponse })
  async show(@RecordId() id: string, @RecordId('fileId') fileId: string): Promise<AgreementFileResponse> {
    return agreementFileRecord(await this.findFile.execute(id, fileId));
  }

  @Get(':fileId/content')
  @RequirePermission('agreement_file.read')
  @ApiOperation({ summary: 'The file itself, to be kept; reading it is noted' })
  @ApiProduces(...Object.keys(MEDIA_TYPES))
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  @ApiResponse({ status: 304, description: 'The reader has it: If-None-Match names its SHA-256' })
  async content(
    @RecordId() id: string,
    @RecordId('fileId') fileId: string,
    @SignedIn() caller: Caller,
  ): Promise<ServedFile> {
    return this.openFile.execute(id, fileId, caller);
  }

  @Post()
  @RequirePermission('agreement_file.record')
  @TakesFile(AgreementFileForm)
  @ApiOperation({ summary: 'Record a file of an agreement' })
  @ApiCreatedResponse({ type: AgreementFileResponse })
  async record(
    @RecordId() id: string,
    @Body() { role, language, title }: RecordAgreementFileRequest,
    @SentFile() { file, name }: Upload,
    @SignedIn() caller: Caller,
  ): Promise<AgreementFileResponse> {
    const actor = accountActor(caller.accountId);
    const about = { role, language: language ?? null, title: title ?? null };
    return this.show(id, await this.recordFile.execute({ agreementId: id, file, name, ...about, actor }));
  }

  @Post(':fileId/withdrawal')
  @HttpCode(200)
  @RequirePermission('agreement_file.withdraw')
  @ApiOperation({ summary: 'Withdraw a file that should not have been recorded; it stays as proof' })
  @ApiOkResponse({ type: AgreementFileResponse })
  async withdraw(
    @RecordId() id: string,
    @RecordId('fileId') fileId: string,
    @Body() { reason }: WithdrawAgreementFileRequest,
    @SignedIn() caller: Caller,
  ): Promise<AgreementFileResponse> {
    await this.withdrawFile.execute({
      agreementId: id,
      fileId,
      reason,
      actor: accountActor(caller.accountId),
    });
    return this.show(id, fileId);
  }
}

import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  type Caller,
  type Page,
  PageQuery,
  RecordId,
  RequirePermission,
  SignedIn,
  pageOf,
} from '@app/platform';
import { FindVerifications } from '../use-cases/find-verifications';
import { RequestVerification } from '../use-cases/request-verification';
import {
  VerificationPageResponse,
  VerificationResponse,
  verificationResponse,
} from './verification.response';

@ApiTags('audit')
@Controller('audit/verifications')
export class VerificationsController {
  constructor(
    private readonly findVerifications: FindVerifications,
    private readonly requestVerification: RequestVerification,
  ) {}

  @Get()
  @RequirePermission('audit_verification.read')
  @ApiOperation({ summary: 'Verifications of the audit trail, the latest first' })
  @ApiOkResponse({ type: VerificationPageResponse })
  async list(@Query() query: PageQuery): Promise<Page<VerificationResponse>> {
    const found = await this.findVerifications.list(pageOf(query));
    return { ...found, items: found.items.map(verificationResponse) };
  }

  @Post()
  @HttpCode(202)
  @RequirePermission('audit_verification.request')
  @ApiOperation({
    summary: 'Ask for a verification of the whole audit trail',
    description:
      'A worker does it: read how far it is under its id. While one waits or runs, another is refused with 409 and the id of that one under `running`.',
  })
  @ApiAcceptedResponse({ type: VerificationResponse })
  async request(@SignedIn() caller: Caller): Promise<VerificationResponse> {
    return verificationResponse(await this.requestVerification.execute(caller));
  }

  @Get(':id')
  @RequirePermission('audit_verification.read')
  @ApiOperation({ summary: 'One verification: how far it is, or what it found' })
  @ApiOkResponse({ type: VerificationResponse })
  async show(@RecordId() id: string): Promise<VerificationResponse> {
    return verificationResponse(await this.findVerifications.find(id));
  }
}

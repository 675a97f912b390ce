import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@app/kernel';
import { type Page, RecordId, RequirePermission, SpokenLanguage, pageOf } from '@app/platform';
import { DescribeCommitment } from '../use-cases/describe-commitment';
import { ListCommitments } from '../use-cases/list-commitments';
import { commitmentRecord } from './commitment-record';
import { CommitmentPageResponse, CommitmentRecordResponse, CommitmentResponse } from './commitment.response';
import { CommitmentsQuery } from './commitments.request';

@ApiTags('commitments')
@Controller('commitments')
export class CommitmentsController {
  constructor(
    private readonly listCommitments: ListCommitments,
    private readonly describeCommitment: DescribeCommitment,
  ) {}

  @Get()
  @RequirePermission('commitment.read')
  @ApiOperation({ summary: 'What was promised, with its status today' })
  @ApiOkResponse({ type: CommitmentPageResponse })
  async list(@Query() query: CommitmentsQuery): Promise<Page<CommitmentResponse>> {
    return this.listCommitments.execute(query, pageOf(query));
  }

  @Get(':id')
  @RequirePermission('commitment.read')
  @ApiOperation({ summary: 'One commitment with the moves of its deadline and its sources' })
  @ApiOkResponse({ type: CommitmentRecordResponse })
  async show(
    @RecordId() id: string,
    @SpokenLanguage() language: Language,
  ): Promise<CommitmentRecordResponse> {
    return commitmentRecord(await this.describeCommitment.execute(id), language);
  }
}

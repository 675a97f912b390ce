import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Page, RecordId, RequirePermission, pageOf } from '@app/platform';
import { FindCommitment } from '../use-cases/find-commitment';
import { ListCommitments } from '../use-cases/list-commitments';
import { CommitmentPageResponse, CommitmentRecordResponse, CommitmentResponse } from './commitment.response';
import { CommitmentsQuery } from './commitments.request';

@ApiTags('commitments')
@Controller('commitments')
export class CommitmentsController {
  constructor(
    private readonly listCommitments: ListCommitments,
    private readonly findCommitment: FindCommitment,
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
  async show(@RecordId() id: string): Promise<CommitmentRecordResponse> {
    return this.findCommitment.execute(id);
  }
}

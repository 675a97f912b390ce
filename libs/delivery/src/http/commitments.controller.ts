import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CalendarDate, Language } from '@app/kernel';
import { AsOfQuery, RecordId, RequirePermission, SpokenLanguage, asOfView, pageOf } from '@app/platform';
import { CountCommitments } from '../use-cases/count-commitments';
import { DescribeCommitment } from '../use-cases/describe-commitment';
import { ListCommitments } from '../use-cases/list-commitments';
import { commitmentRecord } from './commitment-record';
import { CommitmentFacetsResponse } from './commitment-facets.response';
import { CommitmentPageResponse, CommitmentRecordResponse } from './commitment.response';
import { CommitmentFilterQuery, CommitmentsQuery } from './commitments.request';

/** What no version holds. */
const OF_TODAY = ['names'];

@ApiTags('commitments')
@Controller('commitments')
export class CommitmentsController {
  constructor(
    private readonly listCommitments: ListCommitments,
    private readonly countCommitments: CountCommitments,
    private readonly describeCommitment: DescribeCommitment,
  ) {}

  @Get()
  @RequirePermission('commitment.read')
  @ApiOperation({ summary: 'What was promised, with its status today' })
  @ApiOkResponse({ type: CommitmentPageResponse })
  async list(@Query() query: CommitmentsQuery): Promise<CommitmentPageResponse> {
    const { asOf = null } = query;
    const page = await this.listCommitments.execute(query, pageOf(query), asOf as CalendarDate | null);
    return { ...page, items: [...page.items], ...asOfView(asOf, OF_TODAY) };
  }

  @Get('facets')
  @RequirePermission('commitment.read')
  @ApiOperation({
    summary:
      'How many commitments have each value that the list can be narrowed to, each facet without its own filter',
  })
  @ApiOkResponse({ type: CommitmentFacetsResponse })
  async facets(@Query() query: CommitmentFilterQuery): Promise<CommitmentFacetsResponse> {
    const { asOf = null } = query;
    const counted = await this.countCommitments.execute(query, asOf as CalendarDate | null);
    return { ...counted, ...asOfView(asOf, OF_TODAY) };
  }

  @Get(':id')
  @RequirePermission('commitment.read')
  @ApiOperation({ summary: 'One commitment with the moves of its deadline and its sources' })
  @ApiOkResponse({ type: CommitmentRecordResponse })
  async show(
    @RecordId() id: string,
    @Query() { asOf = null }: AsOfQuery,
    @SpokenLanguage() language: Language,
  ): Promise<CommitmentRecordResponse> {
    const found = await this.describeCommitment.execute(id, asOf as CalendarDate | null);
    return { ...commitmentRecord(found, language), ...asOfView(asOf, OF_TODAY) };
  }
}

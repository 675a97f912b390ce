import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Language } from '@app/kernel';
import { RequirePermission, SpokenLanguage, pageOf } from '@app/platform';
import { ListFindings } from '../use-cases/list-findings';
import { findingPageView } from './finding-view';
import { FindingsQuery } from './finding.request';
import { FindingPageResponse } from './finding.response';

@ApiTags('impossible data')
@Controller('findings')
export class FindingsController {
  constructor(private readonly listFindings: ListFindings) {}

  @Get()
  @RequirePermission('finding.read')
  @ApiOperation({ summary: 'What the nightly search found that cannot be, the oldest first' })
  @ApiOkResponse({ type: FindingPageResponse })
  async list(
    @Query() query: FindingsQuery,
    @SpokenLanguage() language: Language,
  ): Promise<FindingPageResponse> {
    const { state = null, query: name = null, agreement: agreementId = null } = query;
    const filter = { state, query: name, agreementId };
    return findingPageView(await this.listFindings.execute(filter, pageOf(query)), language);
  }
}

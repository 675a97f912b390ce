import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { PublicRegisterRoute, pageOf } from '@app/platform';
import { DescribePublicRegister } from '../use-cases/describe-public-register';
import { ListPublicAgreements, type PublicAgreementSort } from '../use-cases/list-public-agreements';
import { ListPublicCommitments, type CommitmentSort } from '../use-cases/list-public-commitments';
import { ReadDefinitions } from '../use-cases/read-definitions';
import { ShowPublicAgreement } from '../use-cases/show-public-agreement';
import { SummarisePublicRegister } from '../use-cases/summarise-public-register';
import { publicAgreement, publicAgreementPage } from './public-agreement-view';
import { PublicAgreementPageResponse, PublicAgreementResponse } from './public-agreement.response';
import { PublicCommitmentPageResponse } from './public-commitment.response';
import { publicCommitment } from './public-promise-view';
import {
  PublicDefinitionResponse,
  PublicDefinitionsResponse,
  PublicRegisterResponse,
} from './public-register.response';
import { PublicSummaryResponse } from './public-summary.response';
import { PublicAgreementsQuery, PublicCommitmentsQuery, PublicSummaryQuery } from './public.request';

/** What is published, for everyone and the same for everyone. */
@ApiTags('public')
@Controller('public')
export class PublicRegisterController {
  constructor(
    private readonly listAgreements: ListPublicAgreements,
    private readonly showAgreement: ShowPublicAgreement,
    private readonly listCommitments: ListPublicCommitments,
    private readonly summarise: SummarisePublicRegister,
    private readonly definitions: ReadDefinitions,
    private readonly describe: DescribePublicRegister,
  ) {}

  @Get('agreements')
  @PublicRegisterRoute()
  @ApiOperation({ summary: 'The published agreements' })
  @ApiOkResponse({ type: PublicAgreementPageResponse })
  async agreements(@Query() query: PublicAgreementsQuery): Promise<PublicAgreementPageResponse> {
    const { sort, facets, limit: _, cursor: __, count: ___, ...question } = query;
    const order = (sort ?? '-signed') as PublicAgreementSort;
    const page = await this.listAgreements.execute(question, order, pageOf(query), facets === true);
    return publicAgreementPage(page);
  }

  @Get('agreements/:reference')
  @PublicRegisterRoute()
  @ApiOperation({ summary: 'One published agreement, under its reference or its id' })
  @ApiOkResponse({ type: PublicAgreementResponse })
  async agreement(@Param('reference') reference: string): Promise<PublicAgreementResponse> {
    return publicAgreement(await this.showAgreement.execute(reference));
  }

  @Get('commitments')
  @PublicRegisterRoute()
  @ApiOperation({ summary: 'The promises of published agreements: the rows behind each number' })
  @ApiOkResponse({ type: PublicCommitmentPageResponse })
  async commitments(@Query() query: PublicCommitmentsQuery): Promise<PublicCommitmentPageResponse> {
    const { sort, limit: _, cursor: __, count: ___, ...question } = query;
    const order = (sort ?? 'lastDay') as CommitmentSort;
    const page = await this.listCommitments.execute(question, order, pageOf(query));
    return { ...page, items: page.items.map((one) => publicCommitment(one, page.asOf)) };
  }

  @Get('summary')
  @PublicRegisterRoute()
  @ApiOperation({
    summary: 'What published agreements promise in all, each number with its definition and its rows',
  })
  @ApiOkResponse({ type: PublicSummaryResponse })
  async summary(@Query() query: PublicSummaryQuery): Promise<PublicSummaryResponse> {
    return this.summarise.execute(query);
  }

  @Get('definitions')
  @PublicRegisterRoute()
  @ApiOperation({ summary: 'What the words of the public register mean' })
  @ApiOkResponse({ type: PublicDefinitionsResponse })
  listDefinitions(): PublicDefinitionsResponse {
    return { items: this.definitions.all() };
  }

  @Get('definitions/:id')
  @PublicRegisterRoute()
  @ApiOperation({ summary: 'What one word means' })
  @ApiOkResponse({ type: PublicDefinitionResponse })
  definition(@Param('id') id: string): PublicDefinitionResponse {
    return this.definitions.find(id);
  }

  @Get('about')
  @PublicRegisterRoute()
  @ApiOperation({
    summary: 'The names by which the public register is labelled, and where errors are reported',
  })
  @ApiOkResponse({ type: PublicRegisterResponse })
  async about(): Promise<PublicRegisterResponse> {
    return this.describe.execute();
  }
}

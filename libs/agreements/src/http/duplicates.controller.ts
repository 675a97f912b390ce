import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language, accountActor } from '@app/kernel';
import {
  type Caller,
  RecordId,
  RequirePermission,
  SignedIn,
  SpokenLanguage,
  pageOf,
  spokenOffers,
} from '@app/platform';
import { DecideDuplicate } from '../use-cases/decide-duplicate';
import { OfferUpkeep } from '../use-cases/offer-upkeep';
import { FindDuplicates } from '../use-cases/find-duplicates';
import { DecideDuplicateRequest, DuplicatesQuery } from './duplicates.request';
import {
  DuplicatePageResponse,
  DuplicateResponse,
  DuplicatesOfAgreementResponse,
  duplicateView,
} from './duplicates.response';

@ApiTags('duplicates')
@Controller()
export class DuplicatesController {
  constructor(
    private readonly findDuplicates: FindDuplicates,
    private readonly decideDuplicate: DecideDuplicate,
    private readonly offerUpkeep: OfferUpkeep,
  ) {}

  @Get('duplicates')
  @RequirePermission('duplicate.read')
  @ApiOperation({ summary: 'Agreements that may be one, the likeliest first' })
  @ApiOkResponse({ type: DuplicatePageResponse })
  async list(@Query() query: DuplicatesQuery): Promise<DuplicatePageResponse> {
    const page = await this.findDuplicates.list(query.state ?? 'open', pageOf(query));
    return { ...page, items: page.items.map(duplicateView) };
  }

  @Get('agreements/:id/duplicates')
  @RequirePermission('duplicate.read')
  @ApiOperation({ summary: 'Agreements that may be one with this, looked for now' })
  @ApiOkResponse({ type: DuplicatesOfAgreementResponse })
  async ofAgreement(
    @RecordId() id: string,
    @SpokenLanguage() language: Language,
  ): Promise<DuplicatesOfAgreementResponse> {
    const pairs = await this.findDuplicates.ofAgreement(id);
    const items = pairs.map(async (pair) => ({
      ...duplicateView(pair),
      allowedActions: spokenOffers(await this.offerUpkeep.ofPair(pair), language),
    }));
    return { items: await Promise.all(items) };
  }

  @Post('duplicates/decisions')
  @HttpCode(200)
  @RequirePermission('duplicate.decide')
  @ApiOperation({ summary: 'Decide whether two agreements are one; nothing is removed' })
  @ApiOkResponse({ type: DuplicateResponse })
  async decide(
    @Body() { linkKind = null, replaces = null, ...request }: DecideDuplicateRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<DuplicateResponse> {
    const actor = accountActor(accountId);
    return duplicateView(await this.decideDuplicate.execute({ ...request, linkKind, replaces, actor }));
  }
}

import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Language, accountActor } from '@app/kernel';
import { type Caller, RecordId, RequirePermission, SignedIn, SpokenLanguage } from '@app/platform';
import { FindChain } from '../use-cases/find-chain';
import { LinkAgreements } from '../use-cases/link-agreements';
import { LinkPromises } from '../use-cases/link-promises';
import { OfferUpkeep } from '../use-cases/offer-upkeep';
import { WithdrawLink } from '../use-cases/withdraw-link';
import { WithdrawalRequest } from './contradiction.request';
import { LinkAgreementsRequest, LinkPromisesRequest } from './links.request';
import { ChainResponse, ShownChainResponse, shownChain } from './links.response';

@ApiTags('links')
@Controller('agreements/:id')
export class LinksController {
  constructor(
    private readonly findChain: FindChain,
    private readonly linkAgreements: LinkAgreements,
    private readonly linkPromises: LinkPromises,
    private readonly withdrawLink: WithdrawLink,
    private readonly offerUpkeep: OfferUpkeep,
  ) {}

  @Get('chain')
  @RequirePermission('agreement.read')
  @ApiOperation({ summary: 'The instruments connected with this one, in order, with the links between them' })
  @ApiOkResponse({ type: ShownChainResponse })
  async chain(@RecordId() id: string, @SpokenLanguage() language: Language): Promise<ShownChainResponse> {
    const chain = await this.findChain.execute(id);
    return shownChain(chain, await this.offerUpkeep.ofChain(chain), language);
  }

  @Post('links')
  @RequirePermission('link.record')
  @ApiOperation({ summary: 'Link this agreement to another, so that totals count once' })
  @ApiCreatedResponse({ type: ChainResponse })
  async link(
    @RecordId() fromAgreementId: string,
    @Body() { toAgreementId, kind, reason }: LinkAgreementsRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<ChainResponse> {
    const link = { fromAgreementId, toAgreementId, kind, note: reason };
    await this.linkAgreements.execute(link, accountActor(accountId));
    return this.findChain.execute(fromAgreementId);
  }

  @Post('links/:linkId/withdrawal')
  @HttpCode(200)
  @RequirePermission('link.withdraw')
  @ApiOperation({ summary: 'Withdraw a link of this agreement, with a reason' })
  @ApiOkResponse({ type: ChainResponse })
  async unlink(
    @RecordId() agreementId: string,
    @RecordId('linkId') linkId: string,
    @Body() { reason }: WithdrawalRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<ChainResponse> {
    const link = { between: 'agreements', agreementId, linkId, reason } as const;
    await this.withdrawLink.execute(link, accountActor(accountId));
    return this.findChain.execute(agreementId);
  }

  @Post('promise-links')
  @RequirePermission('link.record')
  @ApiOperation({ summary: 'Say that a promise of this agreement is that of another, or a part of it' })
  @ApiCreatedResponse({ type: ChainResponse })
  async linkPromise(
    @RecordId() agreementId: string,
    @Body() request: LinkPromisesRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<ChainResponse> {
    await this.linkPromises.execute({ agreementId, ...request }, accountActor(accountId));
    return this.findChain.execute(agreementId);
  }

  @Post('promise-links/:linkId/withdrawal')
  @HttpCode(200)
  @RequirePermission('link.withdraw')
  @ApiOperation({ summary: 'Withdraw a link between promises, with a reason' })
  @ApiOkResponse({ type: ChainResponse })
  async unlinkPromise(
    @RecordId() agreementId: string,
    @RecordId('linkId') linkId: string,
    @Body() { reason }: WithdrawalRequest,
    @SignedIn() { accountId }: Caller,
  ): Promise<ChainResponse> {
    const link = { between: 'promises', agreementId, linkId, reason } as const;
    await this.withdrawLink.execute(link, accountActor(accountId));
    return this.findChain.execute(agreementId);
  }
}

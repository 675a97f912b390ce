import { Body, Controller, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { Language } from '@app/kernel';
import {
  type Caller,
  PublicRoute,
  RecordId,
  RequirePermission,
  SignedIn,
  SignedInOrNobody,
  SpokenLanguage,
  pageOf,
} from '@app/platform';
import { AcceptInvitation } from '../use-cases/accept-invitation';
import { ConfirmInvitation } from '../use-cases/confirm-invitation';
import { FindInvitation } from '../use-cases/find-invitation';
import { ListInvitations } from '../use-cases/list-invitations';
import { MailInvitationAgain } from '../use-cases/mail-invitation-again';
import { WithdrawInvitation } from '../use-cases/withdraw-invitation';
import { AcceptanceRequest, InvitationsQuery } from './invitations.request';
import {
  AcceptedInvitationResponse,
  InvitationPageResponse,
  InvitationResponse,
  ShownInvitationResponse,
  invitationResponse,
  shownInvitationResponse,
} from './invitations.response';
import { accountResponse } from './session.response';

@ApiTags('invitations')
@Controller('invitations')
export class InvitationsController {
  constructor(
    private readonly listInvitations: ListInvitations,
    private readonly findInvitation: FindInvitation,
    private readonly confirmInvitation: ConfirmInvitation,
    private readonly mailInvitationAgain: MailInvitationAgain,
    private readonly withdrawInvitation: WithdrawInvitation,
    private readonly acceptInvitation: AcceptInvitation,
  ) {}

  @Get()
  @RequirePermission('invitation.read')
  @ApiOperation({ summary: 'Invitations, the latest first; an investor reads those of its own organisation' })
  @ApiOkResponse({ type: InvitationPageResponse })
  async list(@Query() query: InvitationsQuery, @SignedIn() caller: Caller): Promise<InvitationPageResponse> {
    const { items, ...page } = await this.listInvitations.execute(query, pageOf(query), caller);
    return { ...page, items: items.map(invitationResponse) };
  }

  @Get(':id')
  @RequirePermission('invitation.read')
  @ApiOperation({ summary: 'One invitation' })
  @ApiOkResponse({ type: ShownInvitationResponse })
  async show(
    @RecordId() id: string,
    @SignedIn() caller: Caller,
    @SpokenLanguage() language: Language,
  ): Promise<ShownInvitationResponse> {
    return shownInvitationResponse(await this.findInvitation.execute(id, caller), language);
  }

  @Post(':id/confirmation')
  @RequirePermission('invitation.confirm')
  @HttpCode(200)
  @ApiOperation({ summary: 'Confirm as a second officer who represents an organisation; the mail goes out' })
  @ApiOkResponse({ type: InvitationResponse })
  async confirm(@RecordId() id: string, @SignedIn() caller: Caller): Promise<InvitationResponse> {
    return invitationResponse(await this.confirmInvitation.execute(id, caller));
  }

  @Post(':id/mail')
  @RequirePermission('invitation.change')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send the mail of an invitation again; the link before it works no longer' })
  @ApiOkResponse({ type: InvitationResponse })
  async mail(@RecordId() id: string, @SignedIn() caller: Caller): Promise<InvitationResponse> {
    return invitationResponse(await this.mailInvitationAgain.execute(id, caller));
  }

  @Delete(':id')
  @RequirePermission('invitation.change')
  @HttpCode(204)
  @ApiOperation({ summary: 'Withdraw an invitation' })
  @ApiNoContentResponse()
  async withdraw(@RecordId() id: string, @SignedIn() caller: Caller): Promise<void> {
    return this.withdrawInvitation.execute(id, caller);
  }

  @Post('acceptance')
  @PublicRoute()
  @ApiOperation({
    summary: 'Accept an invitation by its link; the holder of an account does so once signed in',
  })
  @ApiCreatedResponse({ type: AcceptedInvitationResponse })
  async accept(
    @Body() body: AcceptanceRequest,
    @SignedInOrNobody() caller: Caller | null,
  ): Promise<AcceptedInvitationResponse> {
    const account = await this.acceptInvitation.execute(body, caller);
    // Whoever is not signed in to it yet has shown no second factor.
    return { account: accountResponse(account, caller ?? { secondFactor: false, limitedTo: null }) };
  }
}

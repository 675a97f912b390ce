import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, RecordsLieUnder, RequirePermission, SignedIn } from '@app/platform';
import { InviteStaff } from '../use-cases/invite-staff';
import { StaffInvitationRequest } from './invitations.request';
import { InvitationResponse, invitationResponse } from './invitations.response';

@ApiTags('invitations')
@Controller('accounts/invitations')
export class AccountInvitationsController {
  constructor(private readonly inviteStaff: InviteStaff) {}

  @Post()
  @RequirePermission('account.invite')
  @RecordsLieUnder('/api/v1/invitations')
  @ApiOperation({ summary: 'Invite a member of staff' })
  @ApiCreatedResponse({ type: InvitationResponse })
  async invite(
    @Body() body: StaffInvitationRequest,
    @SignedIn() caller: Caller,
  ): Promise<InvitationResponse> {
    return invitationResponse(await this.inviteStaff.execute(body, caller));
  }
}

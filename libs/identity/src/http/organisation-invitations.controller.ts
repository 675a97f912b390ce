import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Caller, RecordId, RecordsLieUnder, RequirePermission, SignedIn } from '@app/platform';
import { InviteForOrganisation } from '../use-cases/invite-for-organisation';
import { InvestorInvitationRequest } from './invitations.request';
import { InvitationResponse, invitationResponse } from './invitations.response';

/** The feature that keeps organisations registers this route. */
@ApiTags('invitations')
@Controller('organisations/:id/invitations')
export class OrganisationInvitationsController {
  constructor(private readonly inviteForOrganisation: InviteForOrganisation) {}

  @Post()
  @RequirePermission('invitation.issue')
  @RecordsLieUnder('/api/v1/invitations')
  @ApiOperation({ summary: 'Invite a representative or, as one, an editor of an organisation' })
  @ApiCreatedResponse({ type: InvitationResponse })
  async invite(
    @RecordId() id: string,
    @Body() body: InvestorInvitationRequest,
    @SignedIn() caller: Caller,
  ): Promise<InvitationResponse> {
    return invitationResponse(await this.inviteForOrganisation.execute(id, body, caller));
  }
}

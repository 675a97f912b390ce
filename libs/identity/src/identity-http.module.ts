import { Module } from '@nestjs/common';
import { AccountInvitationsController } from './http/account-invitations.controller';
import { AccountsController } from './http/accounts.controller';
import { InvitationsController } from './http/invitations.controller';
import { PasswordResetsController } from './http/password-resets.controller';
import { PositionsController } from './http/positions.controller';
import { RolesController } from './http/roles.controller';
import { SessionController } from './http/session.controller';
import { SetupController } from './http/setup.controller';
import { IdentityModule } from './identity.module';
import { PeopleModule } from './people.module';

@Module({
  imports: [IdentityModule, PeopleModule],
  controllers: [
    AccountInvitationsController,
    AccountsController,
    InvitationsController,
    PasswordResetsController,
    PositionsController,
    RolesController,
    SessionController,
    SetupController,
  ],
})
export class IdentityHttpModule {}

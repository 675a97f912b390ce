import { Module } from '@nestjs/common';
import { AccountInvitationsController } from './http/account-invitations.controller';
import { AccountsController } from './http/accounts.controller';
import { ColleaguesController } from './http/colleagues.controller';
import { InvitationsController } from './http/invitations.controller';
import { MeController } from './http/me.controller';
import { PasswordResetsController } from './http/password-resets.controller';
import { PositionsController } from './http/positions.controller';
import { ProviderController } from './http/provider.controller';
import { RolesController } from './http/roles.controller';
import { SessionController } from './http/session.controller';
import { SessionsController } from './http/sessions.controller';
import { SetupController } from './http/setup.controller';
import { TokensController } from './http/tokens.controller';
import { ViewsController } from './http/views.controller';
import { IdentityModule } from './identity.module';
import { PeopleModule } from './people.module';
import { ProviderModule } from './provider.module';

@Module({
  imports: [IdentityModule, PeopleModule, ProviderModule],
  controllers: [
    AccountInvitationsController,
    AccountsController,
    ColleaguesController,
    InvitationsController,
    MeController,
    PasswordResetsController,
    PositionsController,
    ProviderController,
    RolesController,
    SessionController,
    SessionsController,
    SetupController,
    TokensController,
    ViewsController,
  ],
})
export class IdentityHttpModule {}

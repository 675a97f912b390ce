import { Module } from '@nestjs/common';
import { AccountsController } from './http/accounts.controller';
import { PositionsController } from './http/positions.controller';
import { SessionController } from './http/session.controller';
import { IdentityModule } from './identity.module';
import { PeopleModule } from './people.module';

@Module({
  imports: [IdentityModule, PeopleModule],
  controllers: [AccountsController, PositionsController, SessionController],
})
export class IdentityHttpModule {}

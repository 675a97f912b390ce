import { Module } from '@nestjs/common';
import { SessionController } from './http/session.controller';
import { IdentityModule } from './identity.module';

@Module({ imports: [IdentityModule], controllers: [SessionController] })
export class IdentityHttpModule {}

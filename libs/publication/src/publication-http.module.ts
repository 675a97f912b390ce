import { Module } from '@nestjs/common';
import { PublicProgressController } from './http/public-progress.controller';
import { PublicRegisterController } from './http/public-register.controller';
import { PublicationModule } from './publication.module';

/** Routes of the public register. */
@Module({ imports: [PublicationModule], controllers: [PublicProgressController, PublicRegisterController] })
export class PublicationHttpModule {}

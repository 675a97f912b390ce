import { Module } from '@nestjs/common';
import { PublicRegisterController } from './http/public-register.controller';
import { PublicationModule } from './publication.module';

/** Routes of the public register. */
@Module({ imports: [PublicationModule], controllers: [PublicRegisterController] })
export class PublicationHttpModule {}

import { Module } from '@nestjs/common';
import { AgreementsModule } from './agreements.module';
import { AgreementsController } from './http/agreements.controller';
import { ContradictionsController } from './http/contradictions.controller';
import { EventsController } from './http/events.controller';
import { LinksController } from './http/links.controller';
import { SourcesController } from './http/sources.controller';
import { OwnershipModule } from './ownership.module';

@Module({
  imports: [AgreementsModule, OwnershipModule],
  controllers: [
    AgreementsController,
    ContradictionsController,
    EventsController,
    LinksController,
    SourcesController,
  ],
})
export class AgreementsHttpModule {}

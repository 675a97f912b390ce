import { Module } from '@nestjs/common';
import { AgreementsModule } from './agreements.module';
import { AgreementFilesController } from './http/agreement-files.controller';
import { AgreementsController } from './http/agreements.controller';
import { ContradictionsController } from './http/contradictions.controller';
import { ConditionsController } from './http/conditions.controller';
import { DraftsController } from './http/drafts.controller';
import { DuplicatesController } from './http/duplicates.controller';
import { EventsController } from './http/events.controller';
import { FindingsController } from './http/findings.controller';
import { LinksController } from './http/links.controller';
import { LegalLifeController } from './http/legal-life.controller';
import { SourcesController } from './http/sources.controller';
import { VersionsController } from './http/versions.controller';
import { WorkListsController } from './http/work-lists.controller';
import { OwnershipModule } from './ownership.module';

@Module({
  imports: [AgreementsModule, OwnershipModule],
  controllers: [
    AgreementFilesController,
    AgreementsController,
    ConditionsController,
    ContradictionsController,
    DraftsController,
    DuplicatesController,
    EventsController,
    LegalLifeController,
    FindingsController,
    LinksController,
    SourcesController,
    VersionsController,
    WorkListsController,
  ],
})
export class AgreementsHttpModule {}

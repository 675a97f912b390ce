import { Module } from '@nestjs/common';
import { JobsModule } from '@app/platform';
import { AgreementsModule } from './agreements.module';
import { CompareAgreementsProcessor } from './jobs/compare-agreements.processor';
import { OrganisationRenamedProcessor } from './jobs/organisation-renamed.processor';
import { SearchImpossibleProcessor } from './jobs/search-impossible.processor';

const HANDLERS = [CompareAgreementsProcessor, OrganisationRenamedProcessor, SearchImpossibleProcessor];

@Module({
  imports: [AgreementsModule],
  providers: HANDLERS,
  exports: HANDLERS,
})
export class AgreementsJobsModule {}

/** What the worker does for this feature. */
export const AGREEMENTS_JOBS: JobsModule = {
  module: AgreementsJobsModule,
  handlers: HANDLERS,
};

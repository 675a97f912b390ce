import { Module } from '@nestjs/common';
import { JobsModule } from '@app/platform';
import { AgreementsModule } from './agreements.module';
import { CompareAgreementsProcessor } from './jobs/compare-agreements.processor';
import { OrganisationRenamedProcessor } from './jobs/organisation-renamed.processor';

const HANDLERS = [CompareAgreementsProcessor, OrganisationRenamedProcessor];

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

import { Module } from '@nestjs/common';
import { JobsModule } from '@app/platform';
import { AgreementsModule } from './agreements.module';
import { OrganisationRenamedProcessor } from './jobs/organisation-renamed.processor';

@Module({
  imports: [AgreementsModule],
  providers: [OrganisationRenamedProcessor],
  exports: [OrganisationRenamedProcessor],
})
export class AgreementsJobsModule {}

/** What the worker does for this feature. */
export const AGREEMENTS_JOBS: JobsModule = {
  module: AgreementsJobsModule,
  handlers: [OrganisationRenamedProcessor],
};

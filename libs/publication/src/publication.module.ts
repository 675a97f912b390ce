import { Module } from '@nestjs/common';
import { AgreementsModule } from '@app/agreements';
import { DeliveryModule } from '@app/delivery';
import { IndicatorsModule } from '@app/indicators';
import { ReferenceModule } from '@app/reference';
import { PublicAgreementRepository } from './persistence/public-agreement.repository';
import { PublishedEventsRepository } from './persistence/published-events.repository';
import { DescribePublicRegister } from './use-cases/describe-public-register';
import { ListPublicAgreements } from './use-cases/list-public-agreements';
import { ListPublicCommitments } from './use-cases/list-public-commitments';
import { PublicSelection } from './use-cases/public-selection';
import { ReadDefinitions } from './use-cases/read-definitions';
import { ShowPublicAgreement } from './use-cases/show-public-agreement';
import { ShowPublicIndicators } from './use-cases/show-public-indicators';
import { SummarisePublicProgress } from './use-cases/summarise-public-progress';
import { SummarisePublicRegister } from './use-cases/summarise-public-register';

const USE_CASES = [
  DescribePublicRegister,
  ListPublicAgreements,
  ListPublicCommitments,
  ReadDefinitions,
  ShowPublicAgreement,
  ShowPublicIndicators,
  SummarisePublicProgress,
  SummarisePublicRegister,
];

/** What everyone reads: published agreements, what they promise and what the words mean. */
@Module({
  imports: [AgreementsModule, DeliveryModule, IndicatorsModule, ReferenceModule],
  providers: [PublicAgreementRepository, PublishedEventsRepository, PublicSelection, ...USE_CASES],
  exports: USE_CASES,
})
export class PublicationModule {}

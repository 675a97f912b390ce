import { Global, Module } from '@nestjs/common';
import { OwnedAgreements } from '@app/identity';
import { CountOwnedAgreements } from './use-cases/count-owned-agreements';

/** What identity asks about agreements, which come after it in the order of features. */
@Global()
@Module({
  providers: [{ provide: OwnedAgreements, useClass: CountOwnedAgreements }],
  exports: [OwnedAgreements],
})
export class OwnershipModule {}

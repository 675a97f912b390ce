import { Module } from '@nestjs/common';
import { OpenIdClient } from '@app/platform';
import { ProviderRepository } from './persistence/provider.repository';
import { AdmitProvided } from './use-cases/admit-provided';
import { BeginProviderSignIn } from './use-cases/begin-provider-sign-in';
import { FinishProviderSignIn } from './use-cases/finish-provider-sign-in';
import { ShowProviders } from './use-cases/show-providers';

/** Sign-in through a provider of identities, beside local accounts. */
@Module({
  providers: [
    AdmitProvided,
    BeginProviderSignIn,
    FinishProviderSignIn,
    OpenIdClient,
    ProviderRepository,
    ShowProviders,
  ],
  exports: [BeginProviderSignIn, FinishProviderSignIn, ShowProviders],
})
export class ProviderModule {}

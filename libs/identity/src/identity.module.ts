import { Global, Module } from '@nestjs/common';
import { CallerResolver } from '@app/platform';
import { AccountRepository } from './persistence/account.repository';
import { CreateFirstAccount } from './use-cases/create-first-account';
import { FindAccount } from './use-cases/find-account';
import { ResolveCaller } from './use-cases/resolve-caller';
import { SignIn } from './use-cases/sign-in';
import { SignOut } from './use-cases/sign-out';

/** Accounts, sessions and positions. */
@Global()
@Module({
  providers: [
    AccountRepository,
    CreateFirstAccount,
    FindAccount,
    SignIn,
    SignOut,
    { provide: CallerResolver, useClass: ResolveCaller },
  ],
  exports: [CreateFirstAccount, FindAccount, SignIn, SignOut, CallerResolver],
})
export class IdentityModule {}

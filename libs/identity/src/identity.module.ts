import { Global, Module } from '@nestjs/common';
import { AccessControl } from '@app/platform';
import { AccountRepository } from './persistence/account.repository';
import { Access } from './use-cases/access';
import { CreateFirstAccount } from './use-cases/create-first-account';
import { FindAccount } from './use-cases/find-account';
import { GuardAccess } from './use-cases/guard-access';
import { SignIn } from './use-cases/sign-in';
import { SignOut } from './use-cases/sign-out';

/** Accounts, sessions and positions. */
@Global()
@Module({
  providers: [
    Access,
    AccountRepository,
    CreateFirstAccount,
    FindAccount,
    SignIn,
    SignOut,
    { provide: AccessControl, useClass: GuardAccess },
  ],
  exports: [Access, CreateFirstAccount, FindAccount, SignIn, SignOut, AccessControl],
})
export class IdentityModule {}

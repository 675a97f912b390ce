import { Global, Module } from '@nestjs/common';
import { ActorNames } from '@app/audit';
import { AccessControl } from '@app/platform';
import { AccessModule } from './access.module';
import { InvitationsModule } from './invitations.module';
import { AccountRecordRepository } from './persistence/account-record.repository';
import { AccountRepository } from './persistence/account.repository';
import { PastItsTimeRepository } from './persistence/past-its-time.repository';
import { PersonalAccountRepository } from './persistence/personal-account.repository';
import { SessionRepository } from './persistence/session.repository';
import { CreateFirstAccount } from './use-cases/create-first-account';
import { EndSessions } from './use-cases/end-sessions';
import { EraseAccount } from './use-cases/erase-account';
import { ErasePastItsTime } from './use-cases/erase-past-its-time';
import { ExportAccount } from './use-cases/export-account';
import { FindAccount } from './use-cases/find-account';
import { GuardAccess } from './use-cases/guard-access';
import { NameAccounts } from './use-cases/name-accounts';
import { OpenSession } from './use-cases/open-session';
import { SetPassword } from './use-cases/set-password';
import { SignIn } from './use-cases/sign-in';
import { SignOut } from './use-cases/sign-out';

/** Accounts, sessions and positions. */
@Global()
@Module({
  imports: [AccessModule, InvitationsModule],
  providers: [
    AccountRecordRepository,
    AccountRepository,
    PastItsTimeRepository,
    PersonalAccountRepository,
    CreateFirstAccount,
    EndSessions,
    EraseAccount,
    ErasePastItsTime,
    ExportAccount,
    FindAccount,
    OpenSession,
    SessionRepository,
    SetPassword,
    SignIn,
    SignOut,
    { provide: AccessControl, useClass: GuardAccess },
    { provide: ActorNames, useClass: NameAccounts },
  ],
  exports: [
    AccessModule,
    InvitationsModule,
    CreateFirstAccount,
    EndSessions,
    EraseAccount,
    ErasePastItsTime,
    ExportAccount,
    FindAccount,
    OpenSession,
    SetPassword,
    SignIn,
    SignOut,
    AccessControl,
    ActorNames,
  ],
})
export class IdentityModule {}

import { Global, Module } from '@nestjs/common';
import { ActorNames } from '@app/audit';
import { AccessControl } from '@app/platform';
import { AccessModule } from './access.module';
import { CredentialsModule } from './credentials.module';
import { InvitationsModule } from './invitations.module';
import { AccountRecordRepository } from './persistence/account-record.repository';
import { PastItsTimeRepository } from './persistence/past-its-time.repository';
import { PersonalAccountRepository } from './persistence/personal-account.repository';
import { CreateFirstAccount } from './use-cases/create-first-account';
import { EraseAccount } from './use-cases/erase-account';
import { ErasePastItsTime } from './use-cases/erase-past-its-time';
import { ExportAccount } from './use-cases/export-account';
import { GuardAccess } from './use-cases/guard-access';
import { NameAccounts } from './use-cases/name-accounts';

/** Accounts, sessions and positions. */
@Global()
@Module({
  imports: [AccessModule, CredentialsModule, InvitationsModule],
  providers: [
    AccountRecordRepository,
    PastItsTimeRepository,
    PersonalAccountRepository,
    CreateFirstAccount,
    EraseAccount,
    ErasePastItsTime,
    ExportAccount,
    { provide: AccessControl, useClass: GuardAccess },
    { provide: ActorNames, useClass: NameAccounts },
  ],
  exports: [
    AccessModule,
    CredentialsModule,
    InvitationsModule,
    CreateFirstAccount,
    EraseAccount,
    ErasePastItsTime,
    ExportAccount,
    AccessControl,
    ActorNames,
  ],
})
export class IdentityModule {}

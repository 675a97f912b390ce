import { Module } from '@nestjs/common';
import { AccountRepository } from './persistence/account.repository';
import { ApiTokens } from './persistence/api-tokens';
import { SeedKeyFile } from './persistence/seed-key.file';
import { SavedViews } from './persistence/saved-views';
import { SecondFactors } from './persistence/second-factors';
import { SessionRepository } from './persistence/session.repository';
import { SignInFailures } from './persistence/sign-in-failures';
import { ArrangeViews } from './use-cases/arrange-views';
import { Attempts } from './use-cases/attempts';
import { ChangeOwnAccount } from './use-cases/change-own-account';
import { ChangePassword } from './use-cases/change-password';
import { ConfirmHolder } from './use-cases/confirm-holder';
import { EndOtherSessions } from './use-cases/end-other-sessions';
import { EndOwnSession } from './use-cases/end-own-session';
import { EndSessions } from './use-cases/end-sessions';
import { EnrolSecondFactor } from './use-cases/enrol-second-factor';
import { FindAccount } from './use-cases/find-account';
import { HolderProof } from './use-cases/holder-proof';
import { ListSessions } from './use-cases/list-sessions';
import { ListTokens } from './use-cases/list-tokens';
import { MakeToken } from './use-cases/make-token';
import { OpenSession } from './use-cases/open-session';
import { RemoveSecondFactor } from './use-cases/remove-second-factor';
import { RenewRecoveryCodes } from './use-cases/renew-recovery-codes';
import { RevokeToken } from './use-cases/revoke-token';
import { SatisfySecondFactor } from './use-cases/satisfy-second-factor';
import { SaveView } from './use-cases/save-view';
import { SetPassword } from './use-cases/set-password';
import { SignIn } from './use-cases/sign-in';
import { SignOut } from './use-cases/sign-out';
import { StartSecondFactor } from './use-cases/start-second-factor';
import { TellHolder } from './use-cases/tell-holder';

const KEPT = [AccountRepository, ApiTokens, SavedViews, SecondFactors, SessionRepository, SignInFailures];

const USED = [
  ArrangeViews,
  ChangeOwnAccount,
  ChangePassword,
  EndOtherSessions,
  EndOwnSession,
  EndSessions,
  EnrolSecondFactor,
  FindAccount,
  ListSessions,
  ListTokens,
  MakeToken,
  OpenSession,
  RemoveSecondFactor,
  RenewRecoveryCodes,
  RevokeToken,
  SatisfySecondFactor,
  SaveView,
  SetPassword,
  SignIn,
  SignOut,
  StartSecondFactor,
  TellHolder,
];

/** How people show who they are, and what is open once they have. */
@Module({
  providers: [...KEPT, SeedKeyFile, Attempts, HolderProof, ConfirmHolder, ...USED],
  exports: [...KEPT, ...USED],
})
export class CredentialsModule {}

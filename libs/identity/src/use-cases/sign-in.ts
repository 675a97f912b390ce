import { Injectable } from '@nestjs/common';
import { Transactions } from '@app/platform';
import { CredentialsRefused, SecondFactorCodeRefused, SecondFactorCodeRequired } from '../domain/refusals';
import { AccountRepository, AccountView } from '../persistence/account.repository';
import { HolderProof, RefusedBecause, ShownCredentials } from './holder-proof';
import { OpenSession } from './open-session';
import { hashPassword } from './passwords';

export interface SignedInSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly account: AccountView;
  readonly secondFactor: boolean;
}

/**
 * Opens a session for the holder of an address and a password, and of a code once a second factor is enrolled.
 * @throws CredentialsRefused @throws SecondFactorCodeRequired @throws SecondFactorCodeRefused
 * @throws TooManyFailures @throws TooManyAtOnce
 */
@Injectable()
export class SignIn {
  constructor(
    private readonly proof: HolderProof,
    private readonly accounts: AccountRepository,
    private readonly openSession: OpenSession,
    private readonly transactions: Transactions,
  ) {}

  async execute(shown: ShownCredentials): Promise<SignedInSession> {
    const email = shown.email.trim().toLowerCase();
    const proof = await this.proof.ofPassword({ ...shown, email });
    if (proof.refused !== null) throw refusalOf(proof.refused);
    const { secondFactor, outdated } = proof;
    const { passwordHash, ...account } = proof.account;
    if (outdated && passwordHash !== null) {
      const renewed = await hashPassword(shown.password);
      await this.transactions.run((tx) => this.accounts.renewHash(tx, account.id, passwordHash, renewed));
    }
    const opened = await this.openSession.execute({
      accountId: account.id,
      method: 'password',
      secondFactor,
    });
    return { token: opened.token, expiresAt: opened.expiresAt, account, secondFactor };
  }
}

function refusalOf(because: RefusedBecause) {
  switch (because) {
    case 'password':
      return new CredentialsRefused();
    case 'second_factor_missing':
      return new SecondFactorCodeRequired();
    case 'second_factor':
      return new SecondFactorCodeRefused();
    default:
      return because satisfies never;
  }
}

import { Injectable } from '@nestjs/common';
import { CredentialsRefused } from '../domain/refusals';
import { AccountRepository, AccountView } from '../persistence/account.repository';
import { OpenSession } from './open-session';
import { checkPassword } from './passwords';

export interface SignedInSession {
  readonly token: string;
  readonly expiresAt: Date;
  readonly account: AccountView;
}

/** Opens a session for the holder of an address and a password. @throws CredentialsRefused */
@Injectable()
export class SignIn {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly openSession: OpenSession,
  ) {}

  async execute(email: string, password: string): Promise<SignedInSession> {
    const account = await this.accounts.findWithPassword(email.trim().toLowerCase());
    const { right } = await checkPassword(password, account?.passwordHash ?? null);
    if (!account || !right) throw new CredentialsRefused();
    const { token, expiresAt } = await this.openSession.execute({
      accountId: account.id,
      method: 'password',
      secondFactor: false,
    });
    const { passwordHash: _, ...view } = account;
    return { token, expiresAt, account: view };
  }
}

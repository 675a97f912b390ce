import { Injectable } from '@nestjs/common';
import { type Actor, AuditTrail } from '@app/audit';
import { Clock, FieldsRefused, RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import { LONGEST_PASSWORD, SHORTEST_PASSWORD, passwordFaultOf } from '../domain/password-rules';
import { AccountRepository } from '../persistence/account.repository';
import { SessionRepository } from '../persistence/session.repository';
import { Attempts } from './attempts';
import { passwordSet } from './credential-kinds';
import { hashPassword } from './passwords';
import { TellHolder } from './tell-holder';

export interface PasswordToSet {
  readonly accountId: string;
  readonly password: string;
  readonly actor: Actor;
  /** The session that goes on; none when left out. */
  readonly keptSession?: string | null;
  /** Field of the request that a violation names; `password` when left out. */
  readonly field?: string;
}

/**
 * Gives an account a new password. Whatever was open with the old one ends: sessions, and API tokens, which whoever
 * knew the old one may have made.
 * @throws FieldsRefused for a password that nobody may have @throws RecordNotFound @throws TooManyAtOnce
 */
@Injectable()
export class SetPassword {
  constructor(
    private readonly accounts: AccountRepository,
    private readonly sessions: SessionRepository,
    private readonly attempts: Attempts,
    private readonly tellHolder: TellHolder,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute({ accountId, password, actor, keptSession, field }: PasswordToSet): Promise<void> {
    const account = await this.accounts.find(accountId);
    if (account === null) throw new RecordNotFound();
    const fault = passwordFaultOf(password, account.email);
    if (fault !== null) {
      const values = { min: SHORTEST_PASSWORD, max: LONGEST_PASSWORD };
      throw new FieldsRefused([{ field: field ?? 'password', code: fault, values }]);
    }
    const hash = await hashPassword(password);
    await this.transactions.run(async (tx) => {
      await this.accounts.setPasswordHash(tx, accountId, hash);
      const sessions = await this.sessions.endAll(tx, accountId, keptSession ?? null);
      const tokens = await this.sessions.revokeTokens(tx, accountId, this.clock.now());
      await this.attempts.forget(tx, account.email);
      await this.tellHolder.execute(tx, accountId, 'password_changed');
      await this.audit.note(tx, passwordSet, { actor, subjectId: accountId, payload: { sessions, tokens } });
    });
  }
}

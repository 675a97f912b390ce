import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock, RecordNotFound } from '@app/kernel';
import { Caller, Transactions } from '@app/platform';
import { ApiTokens } from '../persistence/api-tokens';
import { tokenRevoked } from './credential-kinds';

/** Makes an API token of the caller's account worthless. @throws RecordNotFound for another's, and for one revoked */
@Injectable()
export class RevokeToken {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute({ accountId }: Caller, id: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      if (!(await this.tokens.revoke(tx, accountId, id, this.clock.now()))) throw new RecordNotFound();
      await this.audit.note(tx, tokenRevoked, { actor: accountActor(accountId), subjectId: id, payload: {} });
    });
  }
}

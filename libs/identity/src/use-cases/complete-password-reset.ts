import { Injectable } from '@nestjs/common';
import { AuditTrail, accountActor } from '@app/audit';
import { Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import { LinkInvalid } from '../domain/invitation-refusals';
import { digestOf } from '../domain/session-token';
import { SingleUseLinkRepository } from '../persistence/single-use-link.repository';
import { passwordReset } from './invitation-kinds';
import { NoteRefusedLink } from './note-refused-link';
import { SetPassword } from './set-password';

/**
 * Gives an account the password that its holder chose behind the link of a reset. All its sessions and tokens end; a
 * second factor stays and is asked for at the next sign-in. A password that nobody may have leaves the link as it is.
 * @throws LinkInvalid @throws FieldsRefused @throws TooManyAtOnce
 */
@Injectable()
export class CompletePasswordReset {
  constructor(
    private readonly links: SingleUseLinkRepository,
    private readonly setPassword: SetPassword,
    private readonly refusedLinks: NoteRefusedLink,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(token: string, password: string): Promise<void> {
    return this.refusedLinks.around('password_reset', token, () => this.complete(token, password));
  }

  private async complete(token: string, password: string): Promise<void> {
    const digest = digestOf(token);
    if (digest === null) throw new LinkInvalid();
    await this.transactions.run(async (tx) => {
      const accountId = await this.links.use(tx, 'password_reset', digest, this.clock.now());
      if (accountId === null) throw new LinkInvalid();
      const actor = accountActor(accountId);
      await this.setPassword.execute({ accountId, password, actor });
      await this.audit.note(tx, passwordReset, { actor, subjectId: accountId, payload: {} });
    });
  }
}

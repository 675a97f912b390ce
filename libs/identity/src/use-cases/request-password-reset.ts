import { Injectable } from '@nestjs/common';
import { AuditTrail } from '@app/audit';
import { Clock } from '@app/kernel';
import { Outbox, Transactions, newId } from '@app/platform';
import { NOBODY } from '../domain/nobody';
import { DAY_MS, mayMailAgain } from '../domain/mail-again';
import { AddressedAccountRepository } from '../persistence/addressed-account.repository';
import { IdentityMailRepository } from '../persistence/identity-mail.repository';
import { sendIdentityMailJob } from './identity-jobs';
import { resetRequested } from './invitation-kinds';

/**
 * Sends the holder of an address a link to a new password, at most one in five minutes and five a day. Whether there
 * is such an account shows nowhere: the answer, the statements and the job are the same, and only the worker finds
 * that there is nothing to send.
 */
@Injectable()
export class RequestPasswordReset {
  constructor(
    private readonly accounts: AddressedAccountRepository,
    private readonly mails: IdentityMailRepository,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(address: string): Promise<void> {
    const email = address.trim().toLowerCase();
    await this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const mailId = newId();
      await this.mails.lockRequests(tx, email);
      const accountId = await this.accounts.findForReset(tx, email);
      const subject = { purpose: 'password_reset', subjectId: accountId ?? NOBODY } as const;
      const earlier = await this.mails.requestTimes(tx, subject, new Date(now.getTime() - DAY_MS));
      const isMailed = accountId !== null && mayMailAgain(earlier, now);
      await this.mails.insertWhere(tx, isMailed, mailId, subject, now);
      await this.outbox.add(tx, sendIdentityMailJob, { mailId });
      await this.audit.note(tx, resetRequested, {
        actor: 'system:password-reset',
        subjectId: mailId,
        payload: {
          accountId,
          outcome: accountId === null ? 'no_account' : isMailed ? 'mailed' : 'too_soon',
        },
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { AuditTrail, EraseAuditedValues, auditKind } from '@app/audit';
import { EraseNominativeEvidence } from '@app/delivery';
import { EraseAccount, ErasePastItsTime } from '@app/identity';
import { Clock } from '@app/kernel';
import { PersonalValues } from '@app/organisations';
import { KeptMails, Transactions } from '@app/platform';
import { BusinessCalendar } from '@app/reference';
import { ErasedCounts, RetainedCategory, RetentionRun, countedMore, timesOver } from '../domain/retention';
import { DataRequestRepository } from '../persistence/data-request.repository';
import { ProcessingRepository } from '../persistence/processing.repository';
import { RetentionRunRepository } from '../persistence/retention-run.repository';

type Transaction = Parameters<KeptMails['eraseTo']>[0];

/** Rows a transaction: nobody waits long for a lock, and a crash repeats little. */
const BATCH = 500;

const ACTOR = 'system:retention';

const retentionApplied = auditKind<{ readonly ranOn: string; readonly erased: ErasedCounts }>(
  'retention.applied',
  'retention_run',
);

/**
 * Erases what the register of processings says is past its time, category by category and in batches, once a day. A run
 * that was interrupted is taken up where it stopped; one that is finished is left alone. Names in public acts, versions
 * and audit entries are none of its categories.
 */
@Injectable()
export class ApplyRetention {
  private readonly erasers: Readonly<
    Record<RetainedCategory, (tx: Transaction, before: Date) => Promise<number>>
  > = {
    mail_addresses: (tx, before) => this.mails.eraseSentBefore(tx, before, this.clock.now(), BATCH),
    ended_sessions: (_tx, before) => this.identity.ended('sessions', before, BATCH),
    ended_tokens: (_tx, before) => this.identity.ended('tokens', before, BATCH),
    used_links: (_tx, before) => this.identity.ended('links', before, BATCH),
    sign_in_failures: (_tx, before) => this.identity.ended('sign_in_failures', before, BATCH),
    ended_invitations: (_tx, before) => this.identity.invited(before, BATCH),
    left_accounts: (tx, before) => this.eraseLeftAccounts(tx, before),
    requesters: (tx, before) => this.eraseRequesters(tx, before),
    nominative_evidence: (tx, before) => this.evidence.execute(tx, before, BATCH),
  };

  constructor(
    private readonly processings: ProcessingRepository,
    private readonly runs: RetentionRunRepository,
    private readonly requests: DataRequestRepository,
    private readonly personalValues: PersonalValues,
    private readonly mails: KeptMails,
    private readonly identity: ErasePastItsTime,
    private readonly eraseAccount: EraseAccount,
    private readonly evidence: EraseNominativeEvidence,
    private readonly auditedValues: EraseAuditedValues,
    private readonly calendar: BusinessCalendar,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the run of today, finished now or before. */
  async execute(): Promise<RetentionRun> {
    await this.identity.noteClosedAccounts();
    const over = timesOver(await this.processings.listOwn(), this.clock.now());
    for (const [category, before] of over) {
      while ((await this.eraseBatch(category, before)) > 0);
    }
    return this.finish();
  }

  private async eraseBatch(category: RetainedCategory, before: Date): Promise<number> {
    return this.transactions.run(async (tx) => {
      const run = await this.runs.lockOfDay(tx, this.calendar.today(), this.clock.now());
      if (run.finishedAt !== null) return 0;
      const count = await this.erasers[category](tx, before);
      if (count > 0) await this.runs.save(tx, run.id, countedMore(run.erased, category, count), null);
      return count;
    });
  }

  private async finish(): Promise<RetentionRun> {
    return this.transactions.run(async (tx) => {
      const run = await this.runs.lockOfDay(tx, this.calendar.today(), this.clock.now());
      if (run.finishedAt !== null) return run;
      const finishedAt = this.clock.now();
      await this.runs.save(tx, run.id, run.erased, finishedAt);
      await this.audit.note(tx, retentionApplied, {
        actor: ACTOR,
        subjectId: run.id,
        payload: { ranOn: run.ranOn, erased: run.erased },
      });
      return { ...run, finishedAt };
    });
  }

  private async eraseLeftAccounts(tx: Transaction, before: Date): Promise<number> {
    const ids = await this.identity.leftAccounts(before, BATCH);
    for (const id of ids) {
      const address = await this.eraseAccount.execute(id, null, ACTOR);
      if (address !== null) await this.mails.eraseTo(tx, address, this.clock.now());
      await this.auditedValues.execute({ aboutIds: [id], actor: ACTOR });
    }
    return ids.length;
  }

  private async eraseRequesters(tx: Transaction, before: Date): Promise<number> {
    const closed = await this.requests.lockClosedBefore(tx, before, BATCH);
    await this.personalValues.erase(
      tx,
      closed.flatMap(({ valueIds }) => valueIds),
    );
    await this.requests.markErased(
      tx,
      closed.map(({ id }) => id),
      this.clock.now(),
    );
    return closed.length;
  }
}

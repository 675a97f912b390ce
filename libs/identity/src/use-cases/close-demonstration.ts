import { Injectable } from '@nestjs/common';
import { type Actor, AuditTrail } from '@app/audit';
import { Clock } from '@app/kernel';
import { Transactions } from '@app/platform';
import { DemonstrationRepository } from '../persistence/demonstration.repository';
import { demonstrationClosed } from './account-kinds';
import { EndSessions } from './end-sessions';

const DEMONSTRATION: Actor = 'system:demonstration';

/** Closes the accounts of a demonstration, which ask for no second factor, until the next one. @returns how many */
@Injectable()
export class CloseDemonstration {
  constructor(
    private readonly demonstration: DemonstrationRepository,
    private readonly endSessions: EndSessions,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async execute(): Promise<number> {
    return this.transactions.run(async (tx) => {
      await this.demonstration.lock(tx);
      const open = (await this.demonstration.list()).filter(({ active }) => active);
      for (const { id } of open) {
        await this.demonstration.setActive(tx, id, this.clock.now());
        await this.audit.note(tx, demonstrationClosed, { actor: DEMONSTRATION, subjectId: id, payload: {} });
        await this.endSessions.execute(id, DEMONSTRATION);
      }
      return open.length;
    });
  }
}

import { Injectable } from '@nestjs/common';
import { AgreementsInScope } from '@app/agreements';
import { RecordNotFound } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';
import { CommitmentRecord } from '../domain/commitment-view';
import { CommitmentRepository } from '../persistence/commitment.repository';

/**
 * Finds one commitment with the ledger of its deadline and its citations.
 * @throws RecordNotFound for an id that no commitment in the caller's scope has.
 */
@Injectable()
export class FindCommitment {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly calendar: BusinessCalendar,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(id: string): Promise<CommitmentRecord> {
    const found = await this.commitments.find(id, this.calendar.today(), this.inScope.conditions);
    if (!found) throw new RecordNotFound();
    return found;
  }
}

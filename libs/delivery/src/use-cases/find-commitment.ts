import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import { BusinessCalendar } from '@app/reference';
import { CommitmentRecord } from '../domain/commitment-view';
import { CommitmentRepository } from '../persistence/commitment.repository';

/**
 * Finds one commitment with the ledger of its deadline and its citations.
 * @throws RecordNotFound for an id that no commitment has.
 */
@Injectable()
export class FindCommitment {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly calendar: BusinessCalendar,
  ) {}

  async execute(id: string): Promise<CommitmentRecord> {
    const found = await this.commitments.find(id, this.calendar.today());
    if (!found) throw new RecordNotFound();
    return found;
  }
}

import { Injectable } from '@nestjs/common';
import { AgreementsInScope, ReadAsOf } from '@app/agreements';
import { CalendarDate, RecordNotFound } from '@app/kernel';
import { CommitmentRecord } from '../domain/commitment-view';
import { CommitmentRepository } from '../persistence/commitment.repository';

/**
 * Finds one commitment with the ledger of its deadline and its citations.
 * @throws RecordNotFound for an id that no commitment in the caller's scope has, or had on the day that is asked for;
 * FieldsRefused for a day that is still to come.
 */
@Injectable()
export class FindCommitment {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly inScope: AgreementsInScope,
    private readonly readAsOf: ReadAsOf,
  ) {}

  /** @param asOf the day at whose end it looks at the register; null for the present. */
  async execute(id: string, asOf: CalendarDate | null = null): Promise<CommitmentRecord> {
    const found = await this.readAsOf.execute(asOf, (day) =>
      this.commitments.find(id, day, this.inScope.conditions),
    );
    if (!found) throw new RecordNotFound();
    return found;
  }
}

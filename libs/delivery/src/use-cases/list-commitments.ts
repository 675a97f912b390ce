import { Injectable } from '@nestjs/common';
import { AgreementsInScope, ReadAsOf } from '@app/agreements';
import { CalendarDate, FieldsRefused } from '@app/kernel';
import { Page, PageRequest } from '@app/platform';
import { CountryProfile } from '@app/reference';
import { CommitmentQuestion, readCommitmentFilter } from '../domain/commitment-filter';
import { CommitmentView } from '../domain/commitment-view';
import { CommitmentRepository } from '../persistence/commitment.repository';
import { ReferenceCodesRepository } from '../persistence/reference-codes.repository';

/** The kinds by which commitments can be filtered. */
export { COMMITMENT_KINDS } from '@app/agreements';

/**
 * Lists commitments with their status today, or on another day of the register.
 * @throws FieldsRefused naming each filter whose value cannot be, and a day that is still to come.
 */
@Injectable()
export class ListCommitments {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly codes: ReferenceCodesRepository,
    private readonly profile: CountryProfile,
    private readonly inScope: AgreementsInScope,
    private readonly readAsOf: ReadAsOf,
  ) {}

  /** @param asOf the day at whose end it looks at the register; null for the present. */
  async execute(
    question: CommitmentQuestion,
    page: PageRequest,
    asOf: CalendarDate | null = null,
  ): Promise<Page<CommitmentView>> {
    const filter = readCommitmentFilter(question);
    const unknown = await this.codes.findUnknown(filter);
    if (unknown.length > 0) throw new FieldsRefused(unknown);
    return this.readAsOf.execute(asOf, (day) =>
      this.commitments.list(filter, page, {
        today: day,
        synonyms: this.profile.searchSynonyms,
        scope: this.inScope.conditions,
      }),
    );
  }
}

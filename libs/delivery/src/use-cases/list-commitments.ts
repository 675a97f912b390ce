import { Injectable } from '@nestjs/common';
import { AgreementsInScope } from '@app/agreements';
import { FieldsRefused } from '@app/kernel';
import { Page, PageRequest } from '@app/platform';
import { BusinessCalendar, CountryProfile } from '@app/reference';
import { CommitmentQuestion, readCommitmentFilter } from '../domain/commitment-filter';
import { CommitmentView } from '../domain/commitment-view';
import { CommitmentRepository } from '../persistence/commitment.repository';
import { ReferenceCodesRepository } from '../persistence/reference-codes.repository';

/** The kinds by which commitments can be filtered. */
export { COMMITMENT_KINDS } from '@app/agreements';

/**
 * Lists commitments with their status today.
 * @throws FieldsRefused naming each filter whose value cannot be.
 */
@Injectable()
export class ListCommitments {
  constructor(
    private readonly commitments: CommitmentRepository,
    private readonly codes: ReferenceCodesRepository,
    private readonly calendar: BusinessCalendar,
    private readonly profile: CountryProfile,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(question: CommitmentQuestion, page: PageRequest): Promise<Page<CommitmentView>> {
    const filter = readCommitmentFilter(question);
    const unknown = await this.codes.findUnknown(filter);
    if (unknown.length > 0) throw new FieldsRefused(unknown);
    return this.commitments.list(filter, page, {
      today: this.calendar.today(),
      synonyms: this.profile.searchSynonyms,
      scope: this.inScope.conditions,
    });
  }
}

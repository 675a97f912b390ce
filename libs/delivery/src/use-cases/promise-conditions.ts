import { Injectable } from '@nestjs/common';
import type { AgreementScope } from '@app/agreements';
import { FieldsRefused } from '@app/kernel';
import { CountryProfile } from '@app/reference';
import type { PromiseSelection } from '../domain/promise-selection';
import { SelectionConditions, selectedBy } from '../persistence/promise-selection.sql';
import { ReferenceCodesRepository } from '../persistence/reference-codes.repository';
import { UncountedFigures } from './uncounted-figures';

/**
 * A selection as conditions of queries, for features to the right. What counts once is decided within a scope, before
 * anything is selected.
 * @throws FieldsRefused naming a region or sector that is not known.
 */
@Injectable()
export class PromiseConditions {
  constructor(
    private readonly uncountedFigures: UncountedFigures,
    private readonly codes: ReferenceCodesRepository,
    private readonly profile: CountryProfile,
  ) {}

  async execute(selection: PromiseSelection, scope: AgreementScope): Promise<SelectionConditions> {
    const { region = null, sector = null } = selection;
    const unknown = await this.codes.findUnknown({
      regions: region === null ? [] : [region],
      sectors: sector === null ? [] : [sector],
    });
    if (unknown.length > 0) throw new FieldsRefused(unknown);
    const { uncounted } =
      selection.counting || selection.stages ? await this.uncountedFigures.find(scope) : { uncounted: [] };
    return selectedBy(selection, { synonyms: this.profile.searchSynonyms, uncounted });
  }
}

export type { SelectionConditions } from '../persistence/promise-selection.sql';

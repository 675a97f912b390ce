import { Injectable } from '@nestjs/common';
import { LogAgreement } from '@app/agreements';
import type { Actor } from '@app/audit';
import { DEMONSTRATION_PEOPLE, type OpenedDemonstration, OpenDemonstration } from '@app/identity';
import { type Language, accountActor } from '@app/kernel';
import { RecordOrganisation } from '@app/organisations';
import { Transactions } from '@app/platform';
import { fictionalAgreement, fictionalCompany } from './demonstration-content';
import { type DemonstrationActors, DemonstrationReports } from './demonstration-reports';

const LOADER: Actor = 'system:demonstration';

/**
 * Opens a demonstration, with two fictional companies and one unpublished agreement of each, all or nothing. The first
 * one has a year of reports, the reporting of the second is not agreed yet.
 */
@Injectable()
export class DemonstrationLoader {
  constructor(
    private readonly transactions: Transactions,
    private readonly openDemonstration: OpenDemonstration,
    private readonly recordOrganisation: RecordOrganisation,
    private readonly logAgreement: LogAgreement,
    private readonly reports: DemonstrationReports,
  ) {}

  async execute(password: string | null, language: Language): Promise<OpenedDemonstration> {
    return this.transactions.run(async () => {
      const opened = await this.openDemonstration.execute({
        password,
        language,
        makeCompany: async (number) =>
          (await this.recordOrganisation.execute(fictionalCompany(number), LOADER)).id,
      });
      for (const [number, organisationId] of opened.newCompanies) {
        const agreementId = await this.logAgreement.execute({
          document: fictionalAgreement(number, organisationId),
          ownerPositionId: opened.positionId,
          tags: ['demonstration'],
          published: false,
          actor: LOADER,
        });
        if (number === 1) await this.reports.execute(agreementId, actorsOf(opened));
      }
      return opened;
    });
  }
}

/** The people of the first company and of the house, as the demonstration has them. */
function actorsOf({ people }: OpenedDemonstration): DemonstrationActors {
  const actor = (role: string, number: number | null = null): Actor => {
    const person = DEMONSTRATION_PEOPLE.find((one) => one.role === role && (one.number ?? null) === number);
    const id = person && people.get(person.email);
    if (!id) throw new Error(`the demonstration has no ${role}`);
    return accountActor(id);
  };
  return {
    officer: actor('officer'),
    representative: actor('investor_representative', 1),
    verifier: actor('verifier', 1),
  };
}

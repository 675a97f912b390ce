import { Injectable } from '@nestjs/common';
import { LogAgreement } from '@app/agreements';
import type { Actor } from '@app/audit';
import { type OpenedDemonstration, OpenDemonstration } from '@app/identity';
import type { Language } from '@app/kernel';
import { RecordOrganisation } from '@app/organisations';
import { Transactions } from '@app/platform';
import { fictionalAgreement, fictionalCompany } from './demonstration-content';

const LOADER: Actor = 'system:demonstration';

/** Opens a demonstration, with two fictional companies and one unpublished agreement of each, all or nothing. */
@Injectable()
export class DemonstrationLoader {
  constructor(
    private readonly transactions: Transactions,
    private readonly openDemonstration: OpenDemonstration,
    private readonly recordOrganisation: RecordOrganisation,
    private readonly logAgreement: LogAgreement,
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
        await this.logAgreement.execute({
          document: fictionalAgreement(number, organisationId),
          ownerPositionId: opened.positionId,
          tags: ['demonstration'],
          published: false,
          actor: LOADER,
        });
      }
      return opened;
    });
  }
}

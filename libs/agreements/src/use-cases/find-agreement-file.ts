import { Injectable } from '@nestjs/common';
import { Access } from '@app/identity';
import { RecordNotFound } from '@app/kernel';
import type { Page, PageRequest } from '@app/platform';
import { AgreementFileRepository, type AgreementFileView } from '../persistence/agreement-file.repository';
import { AgreementRepository } from '../persistence/agreement.repository';
import { AgreementsInScope } from './agreements-in-scope';

/** Finds files of agreements that the caller sees, and of these the ones that they may read. */
@Injectable()
export class FindAgreementFile {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly files: AgreementFileRepository,
    private readonly inScope: AgreementsInScope,
    private readonly access: Access,
  ) {}

  /** @throws RecordNotFound */
  async execute(agreementId: string, fileId: string): Promise<AgreementFileView> {
    await this.requireAgreement(agreementId);
    const file = await this.files.find(agreementId, fileId, this.access.visibleOrganisations);
    if (file === null) throw new RecordNotFound();
    return file;
  }

  /** In the order in which they were recorded. @throws RecordNotFound */
  async list(agreementId: string, page: PageRequest): Promise<Page<AgreementFileView>> {
    await this.requireAgreement(agreementId);
    return this.files.listPage(agreementId, this.access.visibleOrganisations, page);
  }

  private async requireAgreement(id: string): Promise<void> {
    if ((await this.agreements.findRecord(id, this.inScope.conditions)) === null) throw new RecordNotFound();
  }
}

export type { AgreementFileView } from '../persistence/agreement-file.repository';

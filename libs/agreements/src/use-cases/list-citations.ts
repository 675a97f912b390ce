import { Injectable } from '@nestjs/common';
import { RecordNotFound } from '@app/kernel';
import type { DocumentCitation } from '../domain/agreement-document';
import { Claim, claimsOf } from '../domain/claims';
import { alsoReported } from '../domain/contradictions';
import { AgreementRepository } from '../persistence/agreement.repository';
import { CitedPassage, ContradictionRepository } from '../persistence/contradiction.repository';
import { AgreementsInScope } from './agreements-in-scope';

/** The sources of an agreement, and what is reported beside what the register follows. */
export interface CitationsOfAgreement {
  readonly citations: readonly { readonly citation: DocumentCitation; readonly passage: CitedPassage }[];
  readonly alsoReported: readonly { readonly claim: Claim; readonly passage: CitedPassage }[];
}

/** Lists what was published on an agreement, contradicting claims included. @throws RecordNotFound */
@Injectable()
export class ListCitations {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly contradictions: ContradictionRepository,
    private readonly inScope: AgreementsInScope,
  ) {}

  async execute(agreementId: string): Promise<CitationsOfAgreement> {
    const record = await this.agreements.findRecord(agreementId, this.inScope.conditions);
    if (record === null) throw new RecordNotFound();
    if (record.document === null) return { citations: [], alsoReported: [] };
    const { documents, names } = await this.contradictions.documentsOf([agreementId]);
    const document = documents.get(agreementId) ?? record.document;
    const passages = await this.contradictions.passagesOf([agreementId]);
    const passageOf = (citationId: string | null) =>
      citationId === null ? undefined : passages.get(citationId);
    return {
      citations: document.citations.flatMap((citation) => {
        const passage = passageOf(citation.id);
        return passage ? [{ citation, passage }] : [];
      }),
      alsoReported: alsoReported(claimsOf(document, names)).flatMap((claim) => {
        const passage = passageOf(claim.citationId);
        return passage ? [{ claim, passage }] : [];
      }),
    };
  }
}

import { Injectable } from '@nestjs/common';
import { type CalendarDate, RecordNotFound } from '@app/kernel';
import { Transactions } from '@app/platform';
import type { AgreementDocument, DocumentCitation } from '../domain/agreement-document';
import { claimsOf, partKey } from '../domain/claims';
import { confidentialFacts } from '../domain/confidential-facts';
import { alsoReported } from '../domain/contradictions';
import { type LegalBadge, badgesOf } from '../domain/legal-badges';
import { type StoredDocument, withPersonalValues } from '../domain/stored-document';
import { AgreementRepository, CurrentRecordRow, LinkRow } from '../persistence/agreement.repository';
import { CitedPassage, ContradictionRepository } from '../persistence/contradiction.repository';
import { LegalLifeRepository, OpenSuspension, PublicStep } from '../persistence/legal-life.repository';
import { NamedParts, NamedPartsRepository } from '../persistence/named-parts.repository';
import { PUBLISHED_AGREEMENTS } from '../persistence/visible-agreements';
import { legalStateOf } from './gather-legal-facts';
import { StoreDocument } from './store-document';

/** What a source says of an agreement, where, and whether it says something else than the register follows. */
export interface PublicCitation {
  readonly citation: DocumentCitation;
  readonly passage: CitedPassage;
  readonly saysOtherwise: boolean;
}

/** A published agreement; which of it the public reads is decided where it is shown. */
export interface PublishedAgreement {
  readonly id: string;
  readonly reference: string;
  readonly document: AgreementDocument;
  readonly stored: StoredDocument;
  readonly names: NamedParts;
  readonly legalState: string;
  /** As stated; null where it is not known. */
  readonly since: string | null;
  readonly steps: readonly PublicStep[];
  readonly suspension: OpenSuspension | null;
  readonly badges: readonly LegalBadge[];
  readonly version: number;
  readonly recordedOn: CalendarDate;
  /** To other published agreements only. */
  readonly links: readonly LinkRow[];
  readonly citations: readonly PublicCitation[];
}

/**
 * Finds one published agreement, for everyone alike: neither draft nor gap nor file, and nothing that speaks of a fact
 * marked confidential.
 * @throws RecordNotFound, also when there is one that is not published
 */
@Injectable()
export class FindPublishedAgreement {
  constructor(
    private readonly agreements: AgreementRepository,
    private readonly namedParts: NamedPartsRepository,
    private readonly documents: StoreDocument,
    private readonly transactions: Transactions,
    private readonly contradictions: ContradictionRepository,
    private readonly legalLife: LegalLifeRepository,
  ) {}

  async execute(
    wanted: { readonly id: string } | { readonly reference: string },
  ): Promise<PublishedAgreement> {
    const id =
      'id' in wanted ? wanted.id : await this.agreements.findId(wanted.reference, PUBLISHED_AGREEMENTS);
    const record = id === null ? null : await this.agreements.findRecord(id, PUBLISHED_AGREEMENTS);
    if (record === null || record.version_number === null || record.document === null) {
      throw new RecordNotFound();
    }
    return this.describe(record as CurrentRecordRow);
  }

  private async describe(record: CurrentRecordRow): Promise<PublishedAgreement> {
    const { id, reference } = record;
    const stored = await this.documents.read(this.transactions.reader, record.document);
    const names = await this.namedParts.resolve(stored);
    const hidden = new Set([...confidentialFacts(stored), ...erasedFacts(stored, names)]);
    const state = legalStateOf(record);
    const steps = await this.legalLife.publicSteps(id);
    const logged = state === stored.legalState ? (stored.legalStateSince?.stated ?? null) : null;
    return {
      id,
      reference,
      document: withPersonalValues(stored, names.capacities),
      stored,
      names,
      legalState: state,
      since: logged ?? steps.findLast((step) => step.state === state)?.onStated ?? null,
      steps,
      suspension: state === 'suspended' ? await this.legalLife.openSuspension(id) : null,
      // Files are shown to nobody outside, and so is that there is none.
      badges: badgesOf(state, stored, true),
      version: record.version_number,
      recordedOn: record.recorded_on,
      links: await this.agreements.listLinks(id, PUBLISHED_AGREEMENTS),
      citations: await this.citationsOf(id, stored, hidden),
    };
  }

  private async citationsOf(
    id: string,
    stored: StoredDocument,
    hidden: ReadonlySet<string>,
  ): Promise<PublicCitation[]> {
    const { documents, names } = await this.contradictions.documentsOf([id]);
    const passages = await this.contradictions.passagesOf([id]);
    const claims = alsoReported(claimsOf(documents.get(id) ?? stored, names));
    const apart = new Set(claims.map(({ citationId }) => citationId));
    return stored.citations.flatMap((citation) => {
      const passage = passages.get(citation.id);
      if (!passage || hidden.has(partKey(citation))) return [];
      const beside = !citation.adopted && citation.stated !== null;
      return [{ citation, passage, saysOtherwise: beside || apart.has(citation.id) }];
    });
  }
}

/** What sources say of somebody's name and capacity goes with what was erased of them. */
function erasedFacts({ signatories }: StoredDocument, { persons, capacities }: NamedParts): string[] {
  return signatories.flatMap(({ id: subjectId, personId, capacityValueId }) => {
    const named = personId === null || persons.has(personId);
    const known = capacityValueId === null || capacities.has(capacityValueId);
    const signatory = { subject: 'signatory', subjectId } as const;
    return [
      ...(named ? [] : [partKey({ ...signatory, field: 'name' })]),
      ...(named && known ? [] : [partKey({ ...signatory, field: 'capacity' })]),
    ];
  });
}

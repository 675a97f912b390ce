import { Injectable } from '@nestjs/common';
import { FieldsRefused } from '@app/kernel';
import { PersonalValues, WhoStays } from '@app/organisations';
import type { EntityManager } from 'typeorm';
import type { AgreementDocument } from '../domain/agreement-document';
import { checkDocument, checkDraft } from '../domain/check-document';
import type { DraftDocument } from '../domain/draft-document';
import { type NamingDocument, namingAsBefore, namingWhoStays } from '../domain/merged-parts';
import {
  StoredDocument,
  StoredDraft,
  withPersonalValues,
  withoutPersonalValues,
} from '../domain/stored-document';
import { findUnknownReferences } from '../persistence/known-references';

/**
 * Keeps documents without the personal values in them, which stand apart and can be erased; reads records that were
 * merged as the ones that stay.
 */
@Injectable()
export class StoreDocument {
  constructor(
    private readonly personalValues: PersonalValues,
    private readonly whoStays: WhoStays,
  ) {}

  /** Refuses what is wrong; what is only missing may be. @throws FieldsRefused with one entry a field. */
  async checkDraft(tx: EntityManager, document: DraftDocument): Promise<void> {
    await this.refuse(tx, document, checkDraft(document));
  }

  /** Refuses what cannot become a version. @throws FieldsRefused with one entry a field. */
  async checkWhole(tx: EntityManager, document: DraftDocument): Promise<void> {
    await this.refuse(tx, document, checkDocument(document));
  }

  /**
   * The document with ids in place of personal values; a capacity that did not change keeps its id, and so does a part
   * that names the same record as before under the id of one that was merged into it.
   */
  async withoutValues(
    tx: EntityManager,
    document: AgreementDocument,
    before: StoredDraft | null,
  ): Promise<StoredDocument>;
  async withoutValues(
    tx: EntityManager,
    document: DraftDocument,
    before: StoredDraft | null,
  ): Promise<StoredDraft>;
  async withoutValues(
    tx: EntityManager,
    read: DraftDocument,
    before: StoredDraft | null,
  ): Promise<StoredDraft> {
    const document = before === null ? read : namingAsBefore(read, before, await this.staying(tx, before));
    const kept = await this.keptCapacities(tx, before);
    const capacityIds = new Map<string, string>();
    for (const { id, capacity, personId } of document.signatories) {
      if (capacity === null) continue;
      const known = kept.get(id);
      capacityIds.set(
        id,
        known?.value === capacity && known.personId === personId
          ? known.id
          : await this.personalValues.store(tx, {
              kind: 'capacity',
              personId,
              organisationId: null,
              value: capacity,
              language: null,
            }),
      );
    }
    return withoutPersonalValues(document, capacityIds);
  }

  /** The document with the personal values that are still there. */
  async withValues(tx: EntityManager, stored: StoredDocument): Promise<AgreementDocument>;
  async withValues(tx: EntityManager, stored: StoredDraft): Promise<DraftDocument>;
  async withValues(tx: EntityManager, stored: StoredDraft): Promise<DraftDocument> {
    const read = namingWhoStays(stored, await this.staying(tx, stored));
    return withPersonalValues(read, await this.capacitiesOf(tx, stored));
  }

  /** The document with the ids of those who stay in the place of those merged into them. */
  async read<Document extends NamingDocument>(tx: EntityManager, stored: Document): Promise<Document> {
    return namingWhoStays(stored, await this.staying(tx, stored));
  }

  private staying(
    tx: EntityManager,
    { parties, signatories }: NamingDocument,
  ): ReturnType<WhoStays['execute']> {
    return this.whoStays.execute(
      tx,
      parties.map(({ organisationId }) => organisationId).filter((id) => id !== null),
      signatories.map(({ personId }) => personId).filter((id) => id !== null),
    );
  }

  private capacitiesOf(
    tx: EntityManager,
    { signatories }: StoredDraft,
  ): Promise<ReadonlyMap<string, string>> {
    return this.personalValues.read(
      tx,
      signatories.map(({ capacityValueId }) => capacityValueId).filter((id) => id !== null),
    );
  }

  private async refuse(
    tx: EntityManager,
    document: DraftDocument,
    violations: ReturnType<typeof checkDraft>,
  ): Promise<void> {
    if (violations.length === 0) violations.push(...(await findUnknownReferences(tx, document)));
    if (violations.length > 0) throw new FieldsRefused(violations);
  }

  private async keptCapacities(
    tx: EntityManager,
    before: StoredDraft | null,
  ): Promise<Map<string, { id: string; personId: string | null; value: string | undefined }>> {
    if (before === null) return new Map();
    const values = await this.capacitiesOf(tx, before);
    return new Map(
      before.signatories.flatMap(({ id, personId, capacityValueId }) =>
        capacityValueId === null
          ? []
          : [[id, { id: capacityValueId, personId, value: values.get(capacityValueId) }] as const],
      ),
    );
  }
}

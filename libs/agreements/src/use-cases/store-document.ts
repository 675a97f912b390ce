import { Injectable } from '@nestjs/common';
import { FieldsRefused } from '@app/kernel';
import { PersonalValues } from '@app/organisations';
import type { EntityManager } from 'typeorm';
import type { AgreementDocument } from '../domain/agreement-document';
import { checkDocument, checkDraft } from '../domain/check-document';
import type { DraftDocument } from '../domain/draft-document';
import {
  StoredDocument,
  StoredDraft,
  withPersonalValues,
  withoutPersonalValues,
} from '../domain/stored-document';
import { findUnknownReferences } from '../persistence/known-references';

/** Keeps documents without the personal values in them, which stand apart and can be erased. */
@Injectable()
export class StoreDocument {
  constructor(private readonly personalValues: PersonalValues) {}

  /** Refuses what is wrong; what is only missing may be. @throws FieldsRefused with one entry a field. */
  async checkDraft(tx: EntityManager, document: DraftDocument): Promise<void> {
    await this.refuse(tx, document, checkDraft(document));
  }

  /** Refuses what cannot become a version. @throws FieldsRefused with one entry a field. */
  async checkWhole(tx: EntityManager, document: DraftDocument): Promise<void> {
    await this.refuse(tx, document, checkDocument(document));
  }

  /** The document with ids in place of personal values; a capacity that did not change keeps its id. */
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
    document: DraftDocument,
    before: StoredDraft | null,
  ): Promise<StoredDraft> {
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
    return withPersonalValues(stored, await this.capacitiesOf(tx, stored));
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

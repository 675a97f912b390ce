import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Actor } from '@app/audit';
import { Clock, FieldsRefused, canonicalJson } from '@app/kernel';
import { PersonalValues } from '@app/organisations';
import { BusinessCalendar } from '@app/reference';
import type { EntityManager } from 'typeorm';
import type { AgreementDocument } from '../domain/agreement-document';
import { checkDocument } from '../domain/check-document';
import { StoredDocument, withoutPersonalValues } from '../domain/stored-document';
import { AgreementVersionEntity } from '../persistence/agreement.entities';
import { findUnknownReferences } from '../persistence/known-references';
import { projectDocument } from '../persistence/project-document';
import { searchSourceOf } from '../persistence/search-source';

export interface VersionToStore {
  readonly agreementId: string;
  readonly reference: string;
  readonly number: number;
  /** With stable ids. */
  readonly document: AgreementDocument;
  /** The version that this one replaces; null for the first. */
  readonly before: StoredDocument | null;
  readonly actor: Actor;
}

/** The document as it is kept, and the words by which its agreement is found. */
export interface PreparedVersion {
  readonly stored: StoredDocument;
  readonly searchSource: string;
}

/**
 * Writes a document as the current version of its agreement: checked, its personal values set apart, kept with
 * its digest, and projected into the tables that lists, totals and alerts read.
 */
@Injectable()
export class StoreVersion {
  constructor(
    private readonly personalValues: PersonalValues,
    private readonly calendar: BusinessCalendar,
    private readonly clock: Clock,
  ) {}

  /** Refuses what cannot be kept. @throws FieldsRefused with one entry a field. */
  async check(tx: EntityManager, document: AgreementDocument): Promise<void> {
    const violations = checkDocument(document);
    if (violations.length === 0) violations.push(...(await findUnknownReferences(tx, document)));
    if (violations.length > 0) throw new FieldsRefused(violations);
  }

  /** Sets personal values apart; a capacity that did not change keeps its id. */
  async prepare(tx: EntityManager, version: VersionToStore): Promise<PreparedVersion> {
    const kept = await this.keptCapacities(tx, version.before);
    const capacityIds = new Map<string, string>();
    for (const { id, capacity, personId } of version.document.signatories) {
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
    const stored = withoutPersonalValues(version.document, capacityIds);
    return { stored, searchSource: await searchSourceOf(tx, version.reference, stored) };
  }

  /** Keeps and projects a prepared version; its agreement's row must exist. */
  async write(tx: EntityManager, version: VersionToStore, prepared: PreparedVersion): Promise<void> {
    await tx.update(
      AgreementVersionEntity,
      { agreementId: version.agreementId, state: 'current' },
      { state: 'superseded' },
    );
    await tx.insert(AgreementVersionEntity, {
      agreementId: version.agreementId,
      number: version.number,
      state: 'current',
      document: prepared.stored,
      documentSha256: createHash('sha256').update(canonicalJson(prepared.stored)).digest('hex'),
      recordedBy: version.actor,
      recordedAt: this.clock.now(),
    });
    await projectDocument(tx, {
      agreementId: version.agreementId,
      document: prepared.stored,
      recordedOn: this.calendar.today(),
      searchSource: prepared.searchSource,
    });
  }

  /** The capacities that a stored document points to, by id. */
  capacitiesOf(tx: EntityManager, { signatories }: StoredDocument): Promise<ReadonlyMap<string, string>> {
    return this.personalValues.read(
      tx,
      signatories.map(({ capacityValueId }) => capacityValueId).filter((id) => id !== null),
    );
  }

  private async keptCapacities(
    tx: EntityManager,
    before: StoredDocument | null,
  ): Promise<Map<string, { id: string; personId: string | null; value: string | undefined }>> {
    if (before === null) return new Map();
    const { signatories } = before;
    const values = await this.capacitiesOf(tx, before);
    return new Map(
      signatories.flatMap(({ id, personId, capacityValueId }) =>
        capacityValueId === null
          ? []
          : [[id, { id: capacityValueId, personId, value: values.get(capacityValueId) }] as const],
      ),
    );
  }
}

import { Injectable } from '@nestjs/common';
import { Access } from '@app/identity';
import type { Permission } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { AgreementDocument } from '../domain/agreement-document';
import { placeOfAgreement, zonesOf } from '../domain/agreement-place';
import { regionsOfZones } from '../persistence/regions-of-zones';

/** Asks whether the caller may change an agreement where a document says it lies. */
@Injectable()
export class RequireScope {
  constructor(private readonly access: Access) {}

  /** @throws OutsideScope when no role of the caller permits it there */
  async at(
    tx: EntityManager,
    permission: Permission,
    document: Pick<AgreementDocument, 'commitments' | 'sectorCodes'>,
  ): Promise<void> {
    const regions = await regionsOfZones(tx, zonesOf(document));
    this.access.requireAt(permission, placeOfAgreement(document, regions));
  }
}

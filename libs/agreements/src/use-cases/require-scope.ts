import { Injectable } from '@nestjs/common';
import { Access } from '@app/identity';
import type { Hindrance, Permission } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import { AgreementPlace, PlacedDocument, placeOfAgreement, zonesOf } from '../domain/agreement-place';
import { NoCurrentVersion } from '../domain/refusals';
import { regionsOfZones } from '../persistence/regions-of-zones';

/** Asks whether the caller may change an agreement where a document says it lies. */
@Injectable()
export class RequireScope {
  constructor(private readonly access: Access) {}

  /**
   * @param document null where there is no version yet.
   * @throws OutsideScope when no role of the caller permits it there; NoCurrentVersion
   */
  async at(tx: EntityManager, permission: Permission, document: PlacedDocument | null): Promise<void> {
    if (document === null) throw new NoCurrentVersion();
    this.access.requireAt(permission, await this.placeOf(tx, document));
  }

  /** A question that answers for one document what keeps the caller from doing something; null when nothing does. */
  async judge(
    tx: EntityManager,
    document: PlacedDocument,
  ): Promise<(permission: Permission) => Hindrance | null> {
    const place = await this.placeOf(tx, document);
    return (permission) => this.access.hindranceAt(permission, place);
  }

  private async placeOf(tx: EntityManager, document: PlacedDocument): Promise<AgreementPlace> {
    return placeOfAgreement(document, await regionsOfZones(tx, zonesOf(document)));
  }
}

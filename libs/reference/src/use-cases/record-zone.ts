import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access } from '@app/identity';
import { Transactions, newId } from '@app/platform';
import { requireName } from '../domain/refusals';
import { Zone, ZoneContent, placeOf } from '../domain/zone';
import { RegionRepository } from '../persistence/region.repository';
import { ZoneRepository } from '../persistence/zone.repository';
import { requireRegion } from './require-region';

const zoneRecorded = auditKind<ZoneContent>('zone.recorded', 'zone');

/** Adds a zone to the country's list. @throws FieldsRefused without a name or with an unknown region @throws OutsideScope */
@Injectable()
export class RecordZone {
  constructor(
    private readonly zones: ZoneRepository,
    private readonly regions: RegionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(content: ZoneContent, actor: Actor): Promise<Zone> {
    return this.transactions.run(async (tx) => {
      requireName(content.names);
      await requireRegion(this.regions, content.regionCode);
      this.access.requireAt('reference.correct', placeOf(content));
      const id = newId();
      await this.zones.insert(tx, id, content);
      await this.audit.note(tx, zoneRecorded, {
        actor,
        subjectId: id,
        payload: { ...content },
      });
      return { ...content, id, revision: 1 };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, changedFields, auditKind, Changed } from '@app/audit';
import { Access } from '@app/identity';
import { RecordVersion, Transactions } from '@app/platform';
import { requireName } from '../domain/refusals';
import { Zone, ZoneCorrection, correctedZone, placeOf } from '../domain/zone';
import { RegionRepository } from '../persistence/region.repository';
import { ZoneRepository } from '../persistence/zone.repository';
import { requireRegion } from './require-region';

const zoneCorrected = auditKind<Changed>('zone.corrected', 'zone');

/** Corrects a zone. @throws RecordNotFound @throws RecordIsStale @throws FieldsRefused @throws OutsideScope */
@Injectable()
export class CorrectZone {
  constructor(
    private readonly zones: ZoneRepository,
    private readonly regions: RegionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(version: RecordVersion, correction: ZoneCorrection, actor: Actor): Promise<Zone> {
    return this.transactions.run(async (tx) => {
      const before = await this.zones.lock(tx, version);
      this.access.requireAt('reference.correct', placeOf(before));
      const after = correctedZone(before, correction);
      requireName(after.names);
      await requireRegion(this.regions, after.regionCode);
      this.access.requireAt('reference.correct', placeOf(after));
      const changed = changedFields(before, after);
      if (Object.keys(changed).length === 0) return before;
      await this.zones.change(tx, version, after);
      await this.audit.note(tx, zoneCorrected, {
        actor,
        subjectId: version.id,
        payload: { changed },
      });
      return { ...before, ...after, revision: before.revision + 1 };
    });
  }
}

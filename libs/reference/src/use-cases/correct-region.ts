import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, changedFields, auditKind, Changed } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { RecordVersion, Transactions } from '@app/platform';
import { requireName } from '../domain/refusals';
import { Region, RegionCorrection, correctedRegion } from '../domain/region';
import { RegionRepository } from '../persistence/region.repository';

const regionCorrected = auditKind<Changed>('region.corrected', 'region');

/** Corrects a region. @throws RecordNotFound @throws RecordIsStale @throws FieldsRefused @throws OutsideScope */
@Injectable()
export class CorrectRegion {
  constructor(
    private readonly regions: RegionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(version: RecordVersion, correction: RegionCorrection, actor: Actor): Promise<Region> {
    return this.transactions.run(async (tx) => {
      const before = await this.regions.lock(tx, version);
      this.access.requireAt('reference.correct', NATIONWIDE);
      const after = correctedRegion(before, correction);
      requireName(after.names);
      const changed = changedFields(before, after);
      if (Object.keys(changed).length === 0) return before;
      await this.regions.change(tx, version, after);
      await this.audit.note(tx, regionCorrected, {
        actor,
        subjectId: version.id,
        payload: { changed },
      });
      return { ...before, ...after, revision: before.revision + 1 };
    });
  }
}

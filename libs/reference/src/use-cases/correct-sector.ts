import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, changedFields, auditKind, Changed } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { RecordVersion, Transactions } from '@app/platform';
import { requireName } from '../domain/refusals';
import { Sector, SectorCorrection, correctedSector } from '../domain/sector';
import { SectorRepository } from '../persistence/sector.repository';

const sectorCorrected = auditKind<Changed>('sector.corrected', 'sector');

/** Corrects a sector. @throws RecordNotFound @throws RecordIsStale @throws FieldsRefused @throws OutsideScope */
@Injectable()
export class CorrectSector {
  constructor(
    private readonly sectors: SectorRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(version: RecordVersion, correction: SectorCorrection, actor: Actor): Promise<Sector> {
    return this.transactions.run(async (tx) => {
      const before = await this.sectors.lock(tx, version);
      this.access.requireAt('reference.correct', NATIONWIDE);
      const after = correctedSector(before, correction);
      requireName(after.names);
      const changed = changedFields(before, after);
      if (Object.keys(changed).length === 0) return before;
      await this.sectors.change(tx, version, after);
      await this.audit.note(tx, sectorCorrected, {
        actor,
        subjectId: version.id,
        payload: { changed },
      });
      return { ...before, ...after, revision: before.revision + 1 };
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { Transactions, newId } from '@app/platform';
import { requireName } from '../domain/refusals';
import type { Sector, SectorContent } from '../domain/sector';
import { SectorRepository } from '../persistence/sector.repository';

const sectorRecorded = auditKind<SectorContent>('sector.recorded', 'sector');

/** Adds a sector to the country's list. @throws FieldsRefused without a name @throws OutsideScope */
@Injectable()
export class RecordSector {
  constructor(
    private readonly sectors: SectorRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(content: SectorContent, actor: Actor): Promise<Sector> {
    return this.transactions.run(async (tx) => {
      this.access.requireAt('reference.correct', NATIONWIDE);
      requireName(content.names);
      const id = newId();
      await this.sectors.insert(tx, id, content);
      await this.audit.note(tx, sectorRecorded, {
        actor,
        subjectId: id,
        payload: { ...content },
      });
      return { ...content, id, revision: 1 };
    });
  }
}

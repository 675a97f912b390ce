import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { Transactions, newId } from '@app/platform';
import { requireName } from '../domain/refusals';
import type { Region, RegionContent } from '../domain/region';
import { RegionRepository } from '../persistence/region.repository';

const regionRecorded = auditKind<RegionContent>('region.recorded', 'region');

/** Adds a region to the country's list. @throws FieldsRefused without a name @throws OutsideScope */
@Injectable()
export class RecordRegion {
  constructor(
    private readonly regions: RegionRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(content: RegionContent, actor: Actor): Promise<Region> {
    return this.transactions.run(async (tx) => {
      this.access.requireAt('reference.correct', NATIONWIDE);
      requireName(content.names);
      const id = newId();
      await this.regions.insert(tx, id, content);
      await this.audit.note(tx, regionRecorded, {
        actor,
        subjectId: id,
        payload: { ...content },
      });
      return { ...content, id, revision: 1 };
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { Resumption, ResumptionFollower } from '@app/agreements';
import { AuditTrail } from '@app/audit';
import { addDays, daysBetween } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import { heldUpSince } from '../domain/reporting-calendar';
import { ReportEntity } from '../persistence/reporting.entities';
import { ReportingRepository } from '../persistence/reporting.repository';
import { reportExtended } from './report-kinds';

/**
 * When an agreement is resumed, whoever was asked for a report before has as many days left as when it was suspended:
 * the clocks of reports stand in a suspension, whatever is agreed about deadlines.
 */
@Injectable()
export class GiveTimeBack implements ResumptionFollower {
  constructor(
    private readonly reporting: ReportingRepository,
    private readonly audit: AuditTrail,
  ) {}

  async resume(tx: EntityManager, { agreementId, from, until, actor }: Resumption): Promise<void> {
    for (const row of await this.reporting.lockAsked(tx, agreementId)) {
      const { id, revision, commitmentId, dueOn, graceUntil } = row;
      const since = heldUpSince(row, from);
      if (since === null || since >= until) continue;
      const days = daysBetween(since, until);
      const moved = { dueOn: addDays(dueOn, days), graceUntil: addDays(graceUntil, days) };
      await tx.update(ReportEntity, { id, revision }, { ...moved, revision: revision + 1 });
      await this.audit.note(tx, reportExtended, {
        actor,
        subjectId: agreementId,
        payload: {
          ...{ reportId: id, commitmentId, days },
          dueOn: { from: dueOn, to: moved.dueOn },
          graceUntil: { from: graceUntil, to: moved.graceUntil },
        },
      });
    }
  }
}

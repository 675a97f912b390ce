import { Injectable } from '@nestjs/common';
import { Actor, AuditTrail, auditKind } from '@app/audit';
import { Access, NATIONWIDE } from '@app/identity';
import { FieldsRefused } from '@app/kernel';
import { Transactions, newId } from '@app/platform';
import { Indicator, indicatorViolations } from '../domain/indicator';
import { IndicatorRepository } from '../persistence/indicator.repository';

const indicatorRecorded = auditKind<Indicator>('indicator.recorded', 'indicator');

/** Defines what a national figure means. @throws FieldsRefused @throws OutsideScope */
@Injectable()
export class RecordIndicator {
  constructor(
    private readonly indicators: IndicatorRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly access: Access,
  ) {}

  async execute(indicator: Indicator, actor: Actor): Promise<void> {
    const violations = indicatorViolations(indicator);
    if (violations.length > 0) throw new FieldsRefused(violations);
    await this.transactions.run(async (tx) => {
      this.access.requireAt('indicator.record', NATIONWIDE);
      const id = newId();
      await this.indicators.insertIndicator(tx, id, indicator);
      await this.audit.note(tx, indicatorRecorded, {
        actor,
        subjectId: id,
        payload: { ...indicator },
      });
    });
  }
}
